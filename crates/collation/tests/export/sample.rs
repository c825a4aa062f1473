//! A comparison made by hand: three made-up articles, all kinds of marks, and words that try to be markup.

use std::sync::Arc;

use EvidencePart::{Counterpart, Missing, Words};
use RunKind::{Moved, OnlyHere, Reworded};
use collation::attribution::{Quotation, QuotationKind, SpeakerHow};
use collation::contrast::{Contrast, ContrastKind, Evidence, EvidencePart, Figured, Note, Voice};
use collation::ruling::Anchor;
use collation::segment::{Passage, Segmented};
use collation::sheet::{Sheet, SheetCell, SheetEvent, SheetPassage, SheetRow};
use collation::table::{Certainty, Unmatched};
use collation::variation::{Run, RunKind};
use collation::{Block, Metadata, Prepared, Role, Span, Text, Witness, WitnessKey};

/// The paragraphs of A: the base.
pub const A: [&str; 4] = [
    "Bridge shut after inspection",
    "“We closed the bridge as a precaution. It will reopen when engineers say so, not a day earlier,” Varga said.",
    "=SUM(A1:A9) cracks <script>alert(\"x\")</script> ]]> & 40 more were found.",
    "“It will be weeks, not months.”",
];
pub const B: [&str; 4] = [
    "Ministry closes crossing — café owners “furious”",
    "Varga told reporters it was “a precaution” – she refused to name a date.",
    "Some 50 cracks were found 🌉 in March,\nthe ministry said.",
    "@harbour: the work “could” last weeks.",
];
pub const C: [&str; 3] =
    ["Eight thousand wait", "-- Ferries run | every *ten* minutes_.", "“They had this report in a drawer.”"];

fn article(
    key: u32,
    outlet: Option<&str>,
    published: Option<&str>,
    url: Option<&str>,
    paragraphs: &[&str],
) -> Prepared {
    let text = Text::new(paragraphs.join("\n\n"));
    let mut witness = Witness {
        key: WitnessKey(key),
        path: format!("/tmp/{key}.txt"),
        format: "txt".to_owned(),
        meta: Metadata {
            title: paragraphs.first().map(|&title| title.to_owned()),
            outlet: outlet.map(str::to_owned),
            published: published.map(str::to_owned),
            url: url.map(str::to_owned),
            language: Some("en".to_owned()),
            ..Metadata::default()
        },
        text: text.clone(),
        ..Witness::default()
    };
    let mut segmented = Segmented { paragraphs: paragraphs.len() - 1, ..Segmented::default() };
    for (at, &paragraph) in paragraphs.iter().enumerate() {
        let span = find(&text, paragraph);
        let role = if at == 0 { Role::Headline } else { Role::Body };
        witness.blocks.push(Block::new(role, span));
        segmented.passages.push(Passage { span, block: at, role, paragraph: at, tokens: 0..0 });
    }
    Prepared::new(Arc::new(witness), segmented, Vec::new(), Arc::default())
}

/// Where `words` first stand in `text`.
pub fn find(text: &Text, words: &str) -> Span {
    let byte = text.as_str().find(words).unwrap_or_else(|| panic!("no {words:?}"));
    text.span_of_bytes(byte..byte + words.len())
}

struct Build {
    articles: Vec<Prepared>,
}

impl Build {
    fn span(&self, column: usize, words: &str) -> Span {
        find(&self.articles[column].witness.text, words)
    }

    fn cell(&self, column: usize, passages: &[&str], runs: &[(RunKind, &str)], voice: Voice, cue: &str) -> SheetCell {
        let article = &self.articles[column];
        let passages: Vec<SheetPassage> = passages
            .iter()
            .map(|words| {
                let span = self.span(column, words);
                let holder = article.segmented.passages.iter().find(|passage| passage.span.overlaps(span)).unwrap();
                let cue = (!cue.is_empty()).then(|| self.span(column, cue));
                SheetPassage { span, paragraph: holder.paragraph, role: holder.role, voice, cue }
            })
            .collect();
        let mut marked: Vec<Run> = runs
            .iter()
            .map(|&(kind, words)| Run { kind, span: self.span(column, words), mates: Vec::new(), by_model: false })
            .collect();
        marked.sort_by_key(|run| run.span);
        // What no run holds is shared, so that the runs join back to the passages.
        let mut all = Vec::new();
        for passage in &passages {
            let mut at = passage.span.start;
            for run in marked.iter().filter(|run| run.span.overlaps(passage.span)) {
                if run.span.start > at {
                    all.push(Run {
                        kind: RunKind::Shared,
                        span: Span::new(at, run.span.start),
                        mates: Vec::new(),
                        by_model: false,
                    });
                }
                at = run.span.end;
                all.push(run.clone());
            }
            if at < passage.span.end {
                all.push(Run {
                    kind: RunKind::Shared,
                    span: Span::new(at, passage.span.end),
                    mates: Vec::new(),
                    by_model: false,
                });
            }
        }
        SheetCell {
            passages,
            main: 0,
            compared: 0..0,
            runs: all,
            voice,
            cue: (!cue.is_empty()).then(|| self.span(column, cue)),
            speaker: Some("Ilse Varga".to_owned()),
            speaker_how: SpeakerHow::Named,
        }
    }

    fn row(&self, number: usize, title: &str, cells: Vec<Option<SheetCell>>, contrasts: Vec<Contrast>) -> SheetRow {
        let (column, first) =
            cells.iter().enumerate().find_map(|(column, cell)| Some((column, cell.as_ref()?))).unwrap();
        SheetRow {
            number,
            anchor: Anchor { article: self.articles[column].witness.key, span: first.passages[0].span },
            title: title.to_owned(),
            speaker: Some("Ilse Varga".to_owned()),
            certainty: if number == 2 { Certainty::Possible } else { Certainty::Rule },
            score: 0.8,
            pinned: false,
            base: None,
            because: Vec::new(),
            nearest: vec![None; cells.len()],
            titled: None,
            elsewhere: vec![None; cells.len()],
            cells,
            contrasts,
        }
    }

    fn evidence(&self, column: usize, words: &str, part: EvidencePart) -> Evidence {
        let span = self.span(column, words);
        let span = if part == EvidencePart::Missing { Span::new(span.end, span.end) } else { span };
        Evidence { column, span, part }
    }
}

fn contrast(kind: ContrastKind, note: Note, evidence: Vec<Evidence>) -> Contrast {
    Contrast { kind, certainty: Certainty::Rule, note, evidence }
}

/// Three articles of one event, five statements, and an event of one article.
pub fn sheet() -> Sheet {
    let build = Build {
        articles: vec![
            article(
                7,
                Some("Maren Courier"),
                Some("2026-10-13T09:30:00+02:00"),
                Some("https://courier.example/a?b=1&c=2"),
                &A,
            ),
            article(8, Some("North<line> & Sons"), Some("2026-10-14"), Some("javascript:alert(1)"), &B),
            article(9, None, None, None, &C),
            article(10, Some("Lone Post"), Some("2026-09"), None, &["Harvest is late", "Rain fell for a week."]),
        ],
    };
    let rows = vec![
        build.row(
            1,
            "Closure was a precaution",
            vec![
                Some(build.cell(
                    0,
                    &[A[1]],
                    &[(Reworded, "closed the bridge"), (OnlyHere, "not a day earlier")],
                    Voice::Quoted,
                    "said",
                )),
                Some(build.cell(
                    1,
                    &[B[1]],
                    &[(Reworded, "told reporters"), (OnlyHere, "she refused to name a date"), (Moved, "it was")],
                    Voice::Partly,
                    "told",
                )),
                None,
            ],
            vec![
                contrast(
                    ContrastKind::Cut,
                    Note::QuotationEndsEarlier,
                    vec![
                        build.evidence(1, "“a precaution", Missing),
                        build.evidence(0, ", not a day earlier", Counterpart),
                    ],
                ),
                contrast(ContrastKind::Voice, Note::Voices { here: Voice::Partly, elsewhere: Voice::Quoted }, vec![]),
                contrast(
                    ContrastKind::Cue,
                    Note::Verbs { here: "told".to_owned(), elsewhere: "said".to_owned() },
                    vec![build.evidence(1, "told", Words)],
                ),
            ],
        ),
        build.row(
            2,
            "=cracks were found",
            vec![
                Some(build.cell(0, &[A[2]], &[], Voice::Paraphrased, "")),
                Some(build.cell(1, &[B[2]], &[(Reworded, "Some 50")], Voice::Paraphrased, "said")),
                None,
            ],
            vec![contrast(
                ContrastKind::Fact,
                Note::Figures(Figured::Number),
                vec![build.evidence(0, "40", Words), build.evidence(1, "50", Words)],
            )],
        ),
        build.row(
            3,
            "Weeks, not months",
            vec![
                Some(build.cell(0, &[A[3], "“We closed the bridge as a precaution."], &[], Voice::Quoted, "")),
                Some(build.cell(1, &[B[3]], &[(Reworded, "the work")], Voice::Paraphrased, "")),
                None,
            ],
            vec![
                contrast(
                    ContrastKind::Force,
                    Note::Force { here: "could".to_owned(), elsewhere: "will".to_owned() },
                    vec![build.evidence(1, "could", Words)],
                ),
                contrast(ContrastKind::Cut, Note::OtherWordsQuoted, vec![build.evidence(1, "“could”", Words)]),
            ],
        ),
        build.row(
            4,
            "Ferries run",
            vec![None, None, Some(build.cell(2, &[C[1]], &[], Voice::Paraphrased, ""))],
            vec![],
        ),
        build.row(
            5,
            "A report in a drawer",
            vec![None, None, Some(build.cell(2, &[C[2]], &[(OnlyHere, "drawer")], Voice::Quoted, ""))],
            vec![],
        ),
    ];
    let mut rows = rows;
    // Of the two passages of one cell only the second belongs to somebody's words.
    if let Some([own, quoted]) = rows[2].cells[0].as_mut().map(|cell| cell.passages.as_mut_slice()) {
        own.voice = Voice::Paraphrased;
        quoted.cue = Some(build.span(0, "said"));
    }
    let unmatched = vec![
        Unmatched { column: 2, span: build.span(2, C[0]), nearest: None },
        Unmatched { column: 2, span: build.span(2, C[1]), nearest: None },
    ];
    let alone = Build { articles: vec![build.articles[3].clone()] };
    let cell = alone.cell(0, &["Rain fell for a week."], &[], Voice::Paraphrased, "");
    let mut second = alone.row(1, "Rain fell for a week", vec![Some(cell)], vec![]);
    second.speaker = None;
    let mut articles = build.articles;
    let quotations = vec![quotation(&articles[0])];
    let Prepared { witness, segmented, vocabulary, .. } = articles[0].clone();
    articles[0] = Prepared::new(witness, segmented, quotations, vocabulary);
    Sheet {
        articles: articles.into_iter().map(Arc::new).collect(),
        events: vec![
            SheetEvent { members: vec![0, 1, 2], base: 0, rows, unmatched, ..SheetEvent::default() },
            SheetEvent { members: vec![3], base: 0, rows: vec![second], ..SheetEvent::default() },
        ],
        is_accurate: false,
    }
}

fn quotation(article: &Prepared) -> Quotation {
    let text = &article.witness.text;
    Quotation {
        kind: QuotationKind::Direct,
        content: vec![find(
            text,
            "“We closed the bridge as a precaution. It will reopen when engineers say so, not a day earlier,”",
        )],
        quoted: vec![find(
            text,
            "“We closed the bridge as a precaution. It will reopen when engineers say so, not a day earlier,”",
        )],
        cue: vec![find(text, "said")],
        source: vec![find(text, "Varga")],
        speaker: Some("Ilse Varga".to_owned()),
        speaker_how: SpeakerHow::Named,
        flags: Vec::new(),
        chain: Vec::new(),
        stands: true,
    }
}
