//! Prints the features of every pair of passages that the matcher looks at closely, for training.
//!
//! `cargo run -p collation --example pair_features [--model FILE] [SCORES] < LIST`, where each line of LIST names the plain-text
//! articles of one event, separated by tabs. For each event it prints a line `event`, its units (`unit`,
//! article, start, end, place) and its pairs (`pair`, unit, unit, features), fields separated by tabs.

#![allow(clippy::disallowed_methods, reason = "a tool for training reads files; the engine does not")]

use std::io::{BufRead, Write};
use std::sync::Arc;

use collation::lexicon::{Lexicon, Model};
use collation::similarity::{Candidate, FEATURES, RIVALRY, STANDARD, Scorer, Units};
use collation::{Prepared, Text, Unattended, Witness, WitnessKey, clean, prepare};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut model = None;
    if arguments.first().is_some_and(|argument| argument == "--model") {
        let [_, path, ..] = arguments.as_slice() else { return Err(std::io::Error::other("which model?")) };
        model = Some(Arc::new(Model::read(std::fs::read(path)?).map_err(std::io::Error::other)?));
        arguments.drain(..2);
    }
    let scores = arguments.first().map(std::fs::read_to_string).transpose()?;
    let mut scores = scores.as_deref().map(|text| text.lines().filter_map(|line| line.parse::<f32>().ok()));
    let width = if model.is_some() { FEATURES.len() } else { STANDARD };
    let names: &[&str] = if scores.is_some() { &RIVALRY } else { FEATURES.get(..width).unwrap_or_default() };
    writeln!(out, "features\t{}", names.join("\t"))?;
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        writeln!(out, "event\t{line}")?;
        let articles: Vec<Prepared> =
            line.split('\t').enumerate().map(|(at, path)| article(at, path)).collect::<std::io::Result<_>>()?;
        let mut lexicon = Lexicon::new(&articles.iter().map(|article| &article.segmented).collect::<Vec<_>>());
        if let Some(model) = &model {
            lexicon = lexicon.with_model(Arc::clone(model));
        }
        let units = Units::new(articles.iter().collect(), &[], |_, _| false, &lexicon);
        for unit in &units.all {
            let speakers: Vec<String> = unit.speakers.iter().map(|speaker| speaker.name.join(" ")).collect();
            let (span, place) = (unit.span, unit.place);
            writeln!(out, "unit\t{}\t{}\t{}\t{place:?}\t{}", unit.article, span.start, span.end, speakers.join("/"))?;
        }
        let pairs = Scorer::features(&units, &Unattended);
        let row = |figures: &[f32]| figures.iter().map(|figure| format!("{figure:.4}")).collect::<Vec<_>>().join("\t");
        if let Some(scores) = &mut scores {
            let scored: Vec<(Candidate, f32)> = pairs.iter().map(|&(pair, _)| pair).zip(scores.by_ref()).collect();
            for (&(pair, _), rivalry) in scored.iter().zip(Scorer::rivalry(&units, &scored)) {
                writeln!(out, "pair\t{}\t{}\t{}", pair.a, pair.b, row(&rivalry))?;
            }
            continue;
        }
        for (pair, features) in pairs {
            writeln!(out, "pair\t{}\t{}\t{}", pair.a, pair.b, row(features.get(..width).unwrap_or_default()))?;
        }
    }
    Ok(())
}

/// A plain-text article, read as `parallax-cli` reads it.
fn article(at: usize, path: &str) -> std::io::Result<Prepared> {
    let text = Text::new(std::fs::read_to_string(path)?.replace("\r\n", "\n").replace('\r', "\n"));
    let labelled = clean::label(&text);
    let witness = Witness {
        key: WitnessKey(at as u32),
        path: path.to_owned(),
        meta: labelled.meta,
        blocks: labelled.blocks,
        text,
        ..Witness::default()
    };
    Ok(prepare(Arc::new(witness)))
}
