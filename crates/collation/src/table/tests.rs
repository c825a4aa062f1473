use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::control::Unattended;
use crate::prepare::prepare;
use crate::ruling::{Anchor, RejectReason};
use crate::similarity::Units;
use crate::span::Text;
use crate::witness::{Block, Role, Witness, WitnessKey};

const GAZETTE: &str = "Engineers closed the Orla bridge on Monday after inspectors found cracks in two girders.\n\n\
    “Nobody was in danger at any time,” mayor Ada Vale told reporters.\n\n\
    Repairs will cost 12 million crowns, the harbour office said.\n\n\
    Fishermen welcomed the quiet.";
const HERALD: &str = "The harbour office puts the cost of the repairs at 12 million crowns.\n\n\
    Cracks in two girders, found by inspectors, forced engineers to close the Orla bridge on Monday.\n\n\
    The ferry company hired twenty sailors.\n\n\
    Mayor Ada Vale said “nobody was in danger at any time”.";
const POST: &str = "Ice cream sales broke records in Lund.\n\n\
    On Monday engineers closed the Orla bridge because inspectors had found cracks in its girders.";

fn prepared(texts: &[&str]) -> Vec<Prepared> {
    let article = |(at, text): (usize, &&str)| {
        let key = WitnessKey(at as u32);
        prepare(Arc::new(Witness { key, text: Text::new(*text), ..Witness::default() }))
    };
    texts.iter().enumerate().map(article).collect()
}

fn table(articles: &[Prepared], order: &[usize], rulings: &[Ruling]) -> AlignmentTable {
    let borrowed: Vec<&Prepared> = articles.iter().collect();
    let lexicon = Lexicon::new(&borrowed.iter().map(|article| &article.segmented).collect::<Vec<_>>());
    tabulate(&borrowed, order, &lexicon, rulings, &Unattended)
}

/// The anchor of the first passage of an article that holds `words`.
fn anchor(articles: &[Prepared], article: usize, words: &str) -> Anchor {
    let one = &articles[article];
    let passages = &one.segmented.passages;
    let found = passages.iter().find(|passage| one.witness.text.slice(passage.span).contains(words));
    Anchor { article: one.witness.key, span: found.expect(words).span }
}

/// One line a row: for each column the first words of its passages.
fn shown(articles: &[Prepared], table: &AlignmentTable) -> Vec<String> {
    let start = |column: usize, span: Span| {
        let text = articles[table.members[column]].witness.text.slice(span);
        text.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
    };
    let cell = |(column, reading): (usize, &Option<Reading>)| {
        let passages = reading.iter().flat_map(|reading| &reading.passages);
        passages.map(|&span| start(column, span)).collect::<Vec<_>>().join(" + ")
    };
    table.rows.iter().map(|row| row.cells.iter().enumerate().map(cell).collect::<Vec<_>>().join(" | ")).collect()
}

fn check(articles: &[Prepared], rulings: &[Ruling], want: &[&str]) {
    let order: Vec<usize> = (0..articles.len()).collect();
    assert_eq!(shown(articles, &table(articles, &order, rulings)), want);
}

#[test]
fn statements_stand_side_by_side_in_free_order() {
    let articles = prepared(&[GAZETTE, HERALD, POST]);
    check(
        &articles,
        &[],
        &[
            "Engineers closed the | Cracks in two | On Monday engineers",
            "“Nobody was in | Mayor Ada Vale | ",
            "Repairs will cost | The harbour office | ",
        ],
    );
    let table = table(&articles, &[0, 1, 2], &[]);
    let alone: Vec<usize> = table.unmatched.iter().map(|unmatched| unmatched.column).collect();
    assert_eq!(alone, [0, 1, 2]);
}

#[test]
fn the_order_of_articles_permutes_columns_only() {
    let articles = prepared(&[GAZETTE, HERALD, POST]);
    let cells = |order: &[usize]| {
        let table = table(&articles, order, &[]);
        let mut rows: Vec<String> = table
            .rows
            .iter()
            .map(|row| {
                let mut cells: Vec<_> = table.members.iter().zip(&row.cells).collect();
                cells.sort_by_key(|(member, _)| **member);
                let mut line = String::new();
                write!(line, "{cells:?} {:?} {} {:?}", row.certainty, row.score, row.because)
                    .expect("a string takes all");
                line
            })
            .collect();
        rows.sort();
        rows
    };
    let want = cells(&[0, 1, 2]);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(cells(&order), want);
    }
}

#[test]
fn the_same_words_by_another_speaker_share_no_row() {
    let minister = "Transport minister Ada Vale came to the quay on Monday. “It will be weeks, not months,” she said.";
    for (other, rows) in [
        ("The ferry is laid up. “It will be weeks, not months,” said captain Jon Roth.", 0),
        ("The ferry is laid up. “It will be weeks, not months,” Ada Vale said.", 1),
    ] {
        let articles = prepared(&[minister, other]);
        let shown = shown(&articles, &table(&articles, &[0, 1], &[]));
        assert_eq!(shown.iter().filter(|row| row.contains("“It will")).count(), rows, "{other}: {shown:?}");
    }
}

#[test]
fn an_open_speaker_is_the_one_that_the_row_names() {
    let open = "Nobody knows when the line opens again. She promised “weeks, not months”.";
    let minister = "Transport minister Ada Vale came to the quay. “It will be weeks, not months,” Ada Vale said.";
    let captain = "The ferry is laid up. “It will be weeks, not months,” said captain Jon Roth.";
    let articles = prepared(&[open, minister, captain]);
    let shown = shown(&articles, &table(&articles, &[0, 1, 2], &[]));
    let rows_of_open: Vec<&String> = shown.iter().filter(|row| row.contains("She promised")).collect();
    assert_eq!(rows_of_open.len(), 1, "{shown:?}");
    let alone = prepared(&[open, captain]);
    let rows = table(&alone, &[0, 1], &[]).rows.len();
    assert_eq!(rows, 1, "nobody else claims the words");
}

#[test]
fn rulings_have_the_last_word() {
    let articles = prepared(&[GAZETTE, HERALD, POST]);
    let at = |article, words| anchor(&articles, article, words);
    let closed = || vec![at(0, "closed"), at(1, "Cracks")];
    let fish = || vec![at(0, "Fishermen"), at(1, "ferry"), at(2, "Ice")];
    check(
        &articles,
        &[Ruling::Link { passages: fish() }, Ruling::Part { passages: vec![at(2, "Monday")], others: closed() }],
        &[
            "Engineers closed the | Cracks in two | ",
            "“Nobody was in | Mayor Ada Vale | ",
            "Repairs will cost | The harbour office | ",
            "Fishermen welcomed the | The ferry company | Ice cream sales",
        ],
    );
    // A pinned row stands for the rows that repeat it, and leaves those that share a passage with it.
    let all = "Engineers closed the | Cracks in two | On Monday engineers";
    let (nobody, repairs) = ("“Nobody was in | Mayor Ada Vale | ", "Repairs will cost | The harbour office | ");
    let pin = |passages| Ruling::Pin { passages };
    for (pins, rows) in [
        (vec![closed()], vec!["Engineers closed the | Cracks in two | ", nobody, repairs]),
        (vec![fish()], vec![all, nobody, repairs, "Fishermen welcomed the | The ferry company | Ice cream sales"]),
        (
            vec![vec![at(0, "closed"), at(1, "ferry")]],
            vec![all, "Engineers closed the | The ferry company | ", nobody, repairs],
        ),
        (
            vec![closed(), vec![at(0, "closed"), at(1, "ferry")]],
            vec![
                "Engineers closed the | Cracks in two | ",
                "Engineers closed the | The ferry company | ",
                nobody,
                repairs,
            ],
        ),
        // By itself it stands nowhere else, in a pinned row neither, and what that row keeps stays pinned.
        (vec![closed(), vec![at(0, "closed")]], vec![nobody, repairs]),
    ] {
        let pins: Vec<Ruling> = pins.into_iter().map(pin).collect();
        check(&articles, &pins, &rows);
    }
    let reason = RejectReason::OnlyTheTopic;
    let reject = Ruling::Reject { passages: vec![at(0, "Repairs")], others: vec![at(1, "harbour")], reason };
    let table = table(&articles, &[0, 1, 2], &[reject]);
    assert_eq!(table.rows.len(), 2);
    let because: Vec<&str> = table
        .unmatched
        .iter()
        .filter_map(|unmatched| unmatched.nearest.as_ref())
        .map(|near| near.because.as_str())
        .collect();
    assert!(because.contains(&"rejected: only the topic"), "{because:?}");
}

#[test]
fn a_trimmed_passage_shows_what_the_reader_chose() {
    let articles = prepared(&[GAZETTE, HERALD]);
    let from = anchor(&articles, 0, "Nobody");
    let to = Span::new(from.span.start, from.span.start + 33);
    let table = table(&articles, &[0, 1], &[Ruling::Trim { from, to }]);
    assert!(table.rows.iter().any(|row| row.cells[0].as_ref().is_some_and(|reading| reading.passages == [to])));
}

#[test]
fn a_trimmed_passage_is_pinned_and_linked_as_the_passage_it_is() {
    let articles = prepared(&[GAZETTE, HERALD]);
    let (from, mate) = (anchor(&articles, 0, "Nobody"), anchor(&articles, 1, "Mayor"));
    let trimmed = |from: Anchor, length: usize| Span::new(from.span.start, from.span.start + length);
    let first = Anchor { article: from.article, span: trimmed(from, 33) };
    let second = Anchor { article: from.article, span: trimmed(from, 20) };
    let trims = [Ruling::Trim { from, to: first.span }, Ruling::Trim { from: first, to: second.span }];
    let places = |rulings: &[Ruling]| -> Vec<Vec<Option<Reading>>> {
        table(&articles, &[0, 1], rulings).rows.into_iter().map(|row| row.cells).collect()
    };
    let passages = vec![second, mate];
    let want = places(&trims);
    assert!(want.iter().flatten().flatten().any(|reading| reading.passages == [second.span]));
    for ruling in [Ruling::Pin { passages: passages.clone() }, Ruling::Link { passages }] {
        let rulings: Vec<Ruling> = trims.iter().cloned().chain([ruling]).collect();
        assert_eq!(places(&rulings), want, "{rulings:?}");
    }
}

#[test]
fn a_title_printed_twice_counts_once() {
    let twice =
        format!("Orla bridge closed over cracks in girders\n\nOrla bridge closed over cracks in girders\n\n{GAZETTE}");
    let articles =
        prepared(&[&twice, "Cracks in girders: Orla bridge closed\n\nThe sun shone on the harbour all day."]);
    let table = table(&articles, &[0, 1], &[]);
    let title = "Orla bridge closed over cracks in girders";
    let spans = table.rows.iter().flat_map(|row| &row.cells[0]).flat_map(|reading| &reading.passages);
    let alone = table.unmatched.iter().filter(|unmatched| unmatched.column == 0).map(|unmatched| &unmatched.span);
    let places = spans.chain(alone).filter(|&&span| articles[0].witness.text.slice(span) == title).count();
    assert_eq!(places, 1, "{:?}", shown(&articles, &table));
}

/// Sentences that articles of the properties below are made of; some report the same.
const POOL: [&str; 10] = [
    "Engineers closed the Orla bridge on Monday.",
    "The Orla bridge was closed by engineers on Monday.",
    "“Nobody was in danger,” mayor Ada Vale said.",
    "Mayor Ada Vale said that nobody was in danger.",
    "Repairs will cost 12 million crowns.",
    "The repairs cost 12 million crowns, the harbour office said.",
    "The ferry company hired twenty sailors.",
    "Twenty sailors were hired by the ferry company.",
    "Ice cream sales broke records in Lund.",
    "“Nobody was in danger,” bishop Otto Roth said.",
];

fn pool_articles() -> impl Strategy<Value = Vec<Vec<usize>>> {
    let sentences = prop::sample::subsequence((0..POOL.len()).collect::<Vec<_>>(), 2..7).prop_shuffle();
    prop::collection::vec(sentences, 2..4)
}

/// Picks of passages: article and place, both taken modulo what there is.
fn picks() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0usize..12, 0usize..12), 2..4)
}

fn pool_prepared(articles: &[Vec<usize>]) -> Vec<Prepared> {
    let texts: Vec<String> =
        articles.iter().map(|places| places.iter().map(|&at| POOL[at]).collect::<Vec<_>>().join("\n\n")).collect();
    prepared(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}

fn anchors(articles: &[Prepared], picks: &[(usize, usize)]) -> Vec<Anchor> {
    let anchor = |&(article, passage): &(usize, usize)| {
        let article = &articles[article % articles.len()];
        let passages = &article.segmented.passages;
        Anchor { article: article.witness.key, span: passages[passage % passages.len()].span }
    };
    let mut found: Vec<Anchor> = picks.iter().map(anchor).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// True where a row holds both passages.
fn together(table: &AlignmentTable, a: Anchor, b: Anchor) -> bool {
    let holds = |row: &Row, anchor: Anchor| {
        let reading = row.cells.get(anchor.article.0 as usize).and_then(Option::as_ref);
        reading.is_some_and(|reading| reading.passages.iter().any(|passage| passage.overlaps(anchor.span)))
    };
    table.rows.iter().any(|row| holds(row, a) && holds(row, b))
}

/// Article and passage, as indices.
type Picks = Vec<(usize, usize)>;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn linked_passages_share_a_row_and_parted_never_do(
        places in pool_articles(),
        links in prop::collection::vec(picks(), 0..3),
        parts in prop::collection::vec((picks(), picks()), 0..3),
        later_link in any::<bool>(),
    ) {
        let articles = pool_prepared(&places);
        let order: Vec<usize> = (0..articles.len()).collect();
        let link = |picks: &Vec<(usize, usize)>| Ruling::Link { passages: anchors(&articles, picks) };
        let part = |(some, others): &(Picks, Picks)| Ruling::Part {
            passages: anchors(&articles, some),
            others: anchors(&articles, others),
        };
        let mut rulings: Vec<Ruling> = links.iter().map(link).collect();
        let parted: Vec<Ruling> = parts.iter().map(part).collect();
        if later_link {
            rulings.splice(0..0, parted);
        } else {
            rulings.extend(parted);
        }
        let table = table(&articles, &order, &rulings);
        for (at, ruling) in rulings.iter().enumerate() {
            let pairs: Vec<(Anchor, Anchor)> = match ruling {
                Ruling::Link { passages } => {
                    passages.iter().flat_map(|&a| passages.iter().map(move |&b| (a, b))).collect()
                }
                Ruling::Part { passages, others } => {
                    passages.iter().flat_map(|&a| others.iter().map(move |&b| (a, b))).collect()
                }
                _ => Vec::new(),
            };
            for (a, b) in pairs.into_iter().filter(|(a, b)| a.article != b.article) {
                let names = |list: &[Anchor], x: Anchor| list.contains(&x);
                let overruled = rulings[at + 1..].iter().any(|later| match (ruling, later) {
                    (Ruling::Link { .. }, Ruling::Part { passages, others }) => {
                        names(passages, a) && names(others, b) || names(passages, b) && names(others, a)
                    }
                    (Ruling::Part { .. }, Ruling::Link { passages }) => names(passages, a) && names(passages, b),
                    _ => false,
                });
                if !overruled {
                    let want = matches!(ruling, Ruling::Link { .. });
                    prop_assert_eq!(together(&table, a, b), want, "{:?} {:?} {:?}", ruling, a, b);
                }
            }
        }
    }

    #[test]
    fn a_pinned_row_is_exactly_what_was_pinned(places in pool_articles(), pin in picks(), link in picks()) {
        let articles = pool_prepared(&places);
        let order: Vec<usize> = (0..articles.len()).collect();
        let passages = anchors(&articles, &pin);
        let rulings = [Ruling::Link { passages: anchors(&articles, &link) }, Ruling::Pin { passages: passages.clone() }];
        let table = table(&articles, &order, &rulings);
        let places = |row: &Row| -> Vec<Anchor> {
            let cells = row.cells.iter().enumerate().filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
            cells
                .flat_map(|(column, reading)| {
                    let article = WitnessKey(column as u32);
                    reading.passages.iter().map(move |&span| Anchor { article, span })
                })
                .collect()
        };
        if passages.iter().any(|anchor| anchor.article != passages[0].article) {
            let pinned: Vec<&Row> = table.rows.iter().filter(|row| row.pinned).collect();
            prop_assert_eq!(pinned.len(), 1);
            prop_assert_eq!(places(pinned[0]), passages.clone());
        }
        // What was a row before is kept as it is, and no other row changes by it.
        let rows_of = |table: &AlignmentTable| -> std::collections::BTreeSet<Vec<Anchor>> { table.rows.iter().map(places).collect() };
        let before = rows_of(&super::tests::table(&articles, &order, &rulings[..1]));
        if before.contains(&passages) {
            prop_assert_eq!(rows_of(&table), before);
            return Ok(());
        }
        let of_pinned = |anchor: &Anchor| passages.iter().any(|pinned| pinned.article == anchor.article);
        for row in table.rows.iter().filter(|row| !row.pinned).map(places) {
            let (shared, rest): (Vec<Anchor>, Vec<Anchor>) = row.iter().partition(|anchor| passages.contains(anchor));
            prop_assert!(shared.len() < 2 || rest.iter().any(of_pinned), "{:?} repeats what was pinned", row);
        }
    }

    #[test]
    fn every_passage_stands_in_a_row_or_alone(places in pool_articles()) {
        let articles = pool_prepared(&places);
        let order: Vec<usize> = (0..articles.len()).collect();
        let table = table(&articles, &order, &[]);
        for (column, article) in articles.iter().enumerate() {
            for passage in &article.segmented.passages {
                let readings = table.rows.iter().filter_map(|row| row.cells[column].as_ref());
                let rows = readings.filter(|reading| reading.passages.contains(&passage.span)).count();
                let alone = table.unmatched.iter().any(|one| one.column == column && one.span == passage.span);
                prop_assert_eq!(rows == 0, alone);
            }
        }
        for row in &table.rows {
            prop_assert!((0.0..=1.0).contains(&row.score));
            prop_assert!(row.cells.iter().flatten().count() >= 2);
        }
    }
}

#[test]
fn a_measure_in_common_is_no_statement_in_common() {
    let shared = "The Orla bridge was closed to all traffic on Monday, the harbour office said.";
    let summer = "The summer had been over for seven weeks.";
    let work = "The work is expected to last several weeks.";
    let articles = prepared(&[
        &format!("{shared}\n\n{summer}\n\nBuses run round the bay."),
        &format!("{shared}\n\nTwo firms were asked for offers.\n\n{work}"),
    ]);
    check(&articles, &[], &["The Orla bridge | The Orla bridge"]);
}

#[test]
fn names_alone_ask_for_more_and_less_of_a_headline() {
    let least = |role: Role, other: &str| {
        let text = Text::new("Norish Envoy Warns Halden of a Long Winter");
        let blocks = vec![Block::new(role, Span::new(0, text.len()))];
        let first = prepare(Arc::new(Witness { key: WitnessKey(9), text, blocks, ..Witness::default() }));
        let articles = [first, prepared(&[other]).remove(0)];
        let lexicon = Lexicon::new(&articles.iter().map(|article| &article.segmented).collect::<Vec<_>>());
        groups::least(&Units::new(articles.iter().collect(), &[], |_, _| false, &lexicon), 0, 1)
    };
    let (names, more) = ("Ferries left Halden for the Norish coast.", "Ferries left Halden, warned the Norish coast.");
    let of_headline = least(Role::Headline, names);
    assert!(of_headline > least(Role::Headline, more), "{of_headline}");
    assert!(of_headline < least(Role::Body, names), "{of_headline}");
}

#[test]
fn one_count_bears_a_row_out_and_two_counts_do_not() {
    let bears_out = |one: &str, other: &str| {
        let articles = prepared(&[one, other]);
        let lexicon = Lexicon::new(&articles.iter().map(|article| &article.segmented).collect::<Vec<_>>());
        let units = Units::new(articles.iter().collect(), &[], |_, _| false, &lexicon);
        let [Some(one), Some(other)] = [units.get(0), units.get(1)] else { panic!("two passages") };
        reasons::share_a_count(&units, one, other)
    };
    assert!(bears_out("Hauliers face a detour of 94 kilometres.", "The detour takes two hours for its 94 kilometres."));
    assert!(!bears_out("Eight of the 96 hangers could fail.", "At least three of the 96 hangers would be replaced."));
}

#[test]
fn shared_words_are_told_as_they_stand() {
    let article = |(at, text): (usize, &str)| {
        let meta = crate::witness::Metadata { language: Some("de".to_owned()), ..Default::default() };
        prepare(Arc::new(Witness { key: WitnessKey(at as u32), text: Text::new(text), meta, ..Witness::default() }))
    };
    let texts = [
        "Die Brücke bleibt gesperrt, um die rostigen Seile zu prüfen.",
        "Um die rostigen Seile zu prüfen, bleibt die Brücke gesperrt.",
    ];
    let articles: Vec<Prepared> = texts.into_iter().enumerate().map(article).collect();
    let table = table(&articles, &[0, 1], &[]);
    let told = table.rows.iter().flat_map(|row| &row.because);
    let words: Vec<&str> = told
        .filter_map(|because| match because {
            Because::Words { words } | Because::Names { names: words } => Some(words),
            _ => None,
        })
        .flatten()
        .map(|(word, _)| word.as_str())
        .collect();
    assert!(words.contains(&"Brücke") && words.contains(&"prüfen"), "{words:?}");
    assert!(!words.contains(&"um") && !words.contains(&"die"), "{words:?}");
}

#[test]
fn of_two_quoted_sentences_each_stands_with_its_own_words() {
    let first = "“Today’s ruling provides certainty and clear, coherent mooring guidance for all licensed ferry crews \
                 islandwide,” harbour master Ada Vale said.";
    let second = "“This ruling also assures all licensed ferry crews islandwide that their mooring guidance will not change,” \
                  Vale said.";
    let (only, both) = (format!("Ice cream sales broke records in Lund.\n\n{first}"), format!("{first}\n\n{second}"));
    let articles = prepared(&[&only, &both, &format!("The weather was fine.\n\n{both}")]);
    check(
        &articles,
        &[],
        &[
            "“Today’s ruling provides | “Today’s ruling provides | “Today’s ruling provides",
            " | “This ruling also | “This ruling also",
        ],
    );
}
