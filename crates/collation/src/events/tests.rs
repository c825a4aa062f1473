use std::sync::Arc;

use super::*;
use crate::control::Unattended;
use crate::prepare::prepare;
use crate::span::Text;
use crate::witness::Witness;

const BRIDGE: [&str; 3] = [
    "Orla bridge closed after cracks found\n\nEngineers closed the Orla bridge on Monday after inspectors found cracks \
     in two steel girders. The Orla bridge carries 40,000 cars a day, mayor Ada Vale said.",
    "Cracks shut Orla bridge\n\nThe Orla bridge was shut on Monday. Mayor Ada Vale said inspectors had found cracks in \
     its girders. Cars must use the ferry.",
    "Orla commuters face weeks of ferries\n\nCommuters in Orla queue for ferries since cracks in girders closed the \
     bridge on Monday. Inspectors are at work, mayor Vale said.",
];
const BANK: [&str; 2] = [
    "Central bank raises rate to five percent\n\nThe central bank raised its key rate by half a point to five percent \
     on Monday. Governor Nils Brandt said inflation was too high.",
    "Rate rise surprises markets\n\nShares fell on Monday after the central bank raised its rate to five percent. \
     Inflation leaves no choice, governor Brandt said.",
];

fn prepared(texts: &[&str]) -> Vec<Prepared> {
    let article = |(at, text): (usize, &&str)| {
        let key = WitnessKey(at as u32);
        prepare(Arc::new(Witness { key, text: Text::new(*text), ..Witness::default() }))
    };
    texts.iter().enumerate().map(article).collect()
}

fn groups(articles: &[Prepared], rulings: &[Ruling]) -> Vec<Vec<usize>> {
    let borrowed: Vec<&Prepared> = articles.iter().collect();
    group(&borrowed, rulings, &Unattended)
}

#[test]
fn reports_of_one_event_stand_together_in_any_order() {
    let articles = prepared(&[BRIDGE[0], BANK[0], BRIDGE[1], BANK[1], BRIDGE[2]]);
    assert_eq!(groups(&articles, &[]), [vec![0, 2, 4], vec![1, 3]]);
    let articles = prepared(&[BANK[1], BRIDGE[2], BRIDGE[1], BANK[0], BRIDGE[0]]);
    assert_eq!(groups(&articles, &[]), [vec![0, 3], vec![1, 2, 4]]);
}

#[test]
fn two_articles_are_enough_to_tell() {
    assert_eq!(groups(&prepared(&BANK), &[]), [[0, 1]]);
    assert_eq!(groups(&prepared(&BRIDGE), &[]), [[0, 1, 2]]);
    assert_eq!(groups(&prepared(&[BANK[0], BRIDGE[0]]), &[]), [[0], [1]]);
}

#[test]
fn a_third_report_brings_two_together_that_share_little() {
    let queues = "Two hours for a ferry\n\nCommuters in Orla wait two hours for the ferries since the bridge is closed. \
                  Trams are full, and bicycles are sold out.";
    let cracks =
        "Inspectors found cracks in two steel girders, engineers said on Monday. Rust had been reported in spring.";
    assert_eq!(groups(&prepared(&[queues, cracks]), &[]), [[0], [1]]);
    let all = [queues, cracks, BRIDGE[2], BANK[0], BANK[1]];
    assert_eq!(groups(&prepared(&all), &[]), [vec![0, 1, 2], vec![3, 4]]);
}

#[test]
fn hundreds_of_reports_of_one_event_stand_together() {
    // Every word of theirs stands in more articles than a word may that finds pairs.
    let texts: Vec<String> = (0..200).map(|at| format!("{}\n\n{}", BRIDGE[at % 3], BRIDGE[at % 2])).collect();
    let mut texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    texts.extend(BANK);
    let groups = groups(&prepared(&texts), &[]);
    assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [200, 2]);
}

#[test]
fn an_article_goes_where_the_reader_moves_it() {
    let articles = prepared(&[BRIDGE[0], BANK[0], BRIDGE[1], BANK[1]]);
    let mv = |article, with: Option<u32>| Ruling::Move { article: WitnessKey(article), with: with.map(WitnessKey) };
    assert_eq!(groups(&articles, &[mv(2, Some(1))]), [vec![0], vec![1, 2, 3]]);
    assert_eq!(groups(&articles, &[mv(2, None)]), [vec![0], vec![1, 3], vec![2]]);
    assert_eq!(groups(&articles, &[mv(2, None), mv(0, Some(2))]), [vec![0, 2], vec![1, 3]]);
    assert_eq!(groups(&articles, &[mv(2, Some(99))]), [vec![0, 2], vec![1, 3]]);
}

#[test]
fn nothing_and_one_article_are_grouped_too() {
    assert!(groups(&[], &[]).is_empty());
    assert_eq!(groups(&prepared(&[""]), &[]), [[0]]);
}
