//! The JSON of the command line contract.

use serde::Serialize;

use super::phrases::file_of;
use super::selection::Choice;
use crate::attribution::Quotation;
use crate::contrast::{ContrastKind, EvidencePart};
use crate::notice::Notice;
use crate::prepare::Prepared;
use crate::sheet::{Sheet, SheetEvent, SheetPassage, SheetRow};
use crate::span::Span;
use crate::table::{Because, Certainty, Unmatched};
use crate::variation::RunKind;
use crate::witness::{Block, Sigil};

/// One article as `parallax-cli read` prints it.
#[derive(Serialize)]
pub struct ReadJson<'a> {
    pub path: &'a str,
    pub format: &'a str,
    pub encoding: Option<&'a str>,
    pub title: Option<&'a str>,
    pub byline: Option<&'a str>,
    pub outlet: Option<&'a str>,
    pub agency: Option<&'a str>,
    pub published: Option<&'a str>,
    pub language: Option<&'a str>,
    pub url: Option<&'a str>,
    pub guessed: &'a [String],
    pub text: &'a str,
    pub blocks: &'a [Block],
    pub notices: Vec<&'a str>,
}

impl<'a> ReadJson<'a> {
    pub fn new(witness: &'a crate::witness::Witness, notices: &'a [Notice]) -> Self {
        let meta = &witness.meta;
        Self {
            path: &witness.path,
            format: &witness.format,
            encoding: witness.encoding.as_deref(),
            title: meta.title.as_deref(),
            byline: meta.byline.as_deref(),
            outlet: meta.outlet.as_deref(),
            agency: meta.agency.as_deref(),
            published: meta.published.as_deref(),
            language: meta.language.as_deref(),
            url: meta.url.as_deref(),
            guessed: &meta.guessed,
            text: witness.text.as_str(),
            blocks: &witness.blocks,
            notices: notices_about(notices, witness.key),
        }
    }
}

fn notices_about(notices: &[Notice], key: crate::witness::WitnessKey) -> Vec<&str> {
    notices.iter().filter(|notice| notice.article == Some(key)).map(|notice| notice.text.as_str()).collect()
}

/// One article as `parallax-cli quotes` prints it.
#[derive(Serialize)]
pub struct QuotesJson<'a> {
    pub path: &'a str,
    pub text: &'a str,
    pub quotations: Vec<&'a Quotation>,
    /// Words in quotation marks that nobody is reported to have said: terms, titles, scare quotes.
    pub marked_terms: Vec<Span>,
}

impl<'a> QuotesJson<'a> {
    pub fn new(article: &'a Prepared) -> Self {
        Self {
            path: &article.witness.path,
            text: article.witness.text.as_str(),
            quotations: statements(article),
            marked_terms: marked_terms(article),
        }
    }
}

fn statements(article: &Prepared) -> Vec<&Quotation> {
    article.quotations.iter().filter(|quotation| quotation.is_statement()).collect()
}

fn marked_terms(article: &Prepared) -> Vec<Span> {
    let terms = article.quotations.iter().filter(|quotation| !quotation.is_statement());
    terms.flat_map(|term| term.quoted.iter().copied()).collect()
}

#[derive(Serialize)]
struct SheetJson<'a> {
    format_version: u32,
    /// `standard`, or `accurate` where a language model read the passages.
    model: &'static str,
    /// Filters in force, in words: statements that they hide are left out.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    filters: &'a [String],
    /// Articles whose columns are hidden. All of them is here none the less.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hidden: Vec<String>,
    articles: Vec<ArticleJson<'a>>,
    events: Vec<Vec<String>>,
    statements: Vec<StatementJson<'a>>,
    unmatched: Vec<UnmatchedJson<'a>>,
    notices: Vec<NoticeJson<'a>>,
}

#[derive(Serialize)]
struct ArticleJson<'a> {
    sigil: String,
    path: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    published: Option<&'a str>,
    url: Option<&'a str>,
    text: &'a str,
    blocks: &'a [Block],
    passages: Vec<Span>,
    quotations: Vec<&'a Quotation>,
    marked_terms: Vec<Span>,
}

#[derive(Serialize)]
struct StatementJson<'a> {
    id: usize,
    event: usize,
    label: &'a str,
    speaker: Option<&'a str>,
    certainty: Certainty,
    score: f32,
    pinned: bool,
    because: &'a [Because],
    readings: Vec<ReadingJson>,
    contrasts: Vec<ContrastJson>,
}

#[derive(Serialize)]
struct ReadingJson {
    article: String,
    voice: crate::contrast::Voice,
    passages: Vec<PassageJson>,
    runs: Vec<RunJson>,
}

/// A passage with its own voice and reporting words.
#[derive(Serialize)]
struct PassageJson {
    start: usize,
    end: usize,
    voice: crate::contrast::Voice,
    cue: Option<Span>,
}

#[derive(Serialize)]
struct RunJson {
    kind: RunKind,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mates: Vec<PlaceJson>,
}

#[derive(Serialize)]
struct PlaceJson {
    article: String,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct ContrastJson {
    kind: ContrastKind,
    certainty: Certainty,
    note: String,
    evidence: Vec<EvidenceJson>,
}

#[derive(Serialize)]
struct EvidenceJson {
    article: String,
    start: usize,
    end: usize,
    part: EvidencePart,
}

#[derive(Serialize)]
struct UnmatchedJson<'a> {
    article: String,
    start: usize,
    end: usize,
    nearest: Option<NearestJson<'a>>,
}

#[derive(Serialize)]
struct NearestJson<'a> {
    article: String,
    start: usize,
    end: usize,
    score: f32,
    because: &'a str,
}

#[derive(Serialize)]
struct NoticeJson<'a> {
    article: Option<String>,
    text: &'a str,
}

/// The sheet as one JSON object, ended by a line feed: the chosen events, and of them the statements that no filter
/// hides. Hidden columns are named and left in.
///
/// # Errors
/// Only where `serde_json` fails, which it does not for these types.
pub fn write(sheet: &Sheet, notices: &[Notice], choice: &Choice) -> Result<String, serde_json::Error> {
    let mut statements = Vec::new();
    let mut unmatched = Vec::new();
    let mut hidden = Vec::new();
    let mut id = 0;
    for (number, event) in sheet.events.iter().enumerate() {
        let part = choice.parts.iter().find(|part| part.event == number);
        let leaves = choice.parts.is_empty() || part.is_some();
        let rows = part.and_then(|part| part.rows.as_ref());
        let is_chosen = |at: usize| leaves && rows.is_none_or(|rows| rows.contains(&at));
        let shared = event.rows.iter().enumerate().filter(|(_, row)| !row.is_lone());
        for (at, row) in shared.take_while(|_| !choice.asker.is_stopped()) {
            // A statement has the same number whatever else is chosen.
            id += 1;
            if is_chosen(at) {
                statements.push(statement_json(id, number, event, row));
            }
        }
        let stands_in = |row: &SheetRow, unmatched: &Unmatched| {
            let cell = row.cells.get(unmatched.column).and_then(Option::as_ref);
            cell.is_some_and(|cell| cell.passages.iter().any(|passage| passage.span == unmatched.span))
        };
        let is_listed = |unmatched: &&Unmatched| match rows {
            Some(rows) => rows.iter().filter_map(|&at| event.rows.get(at)).any(|row| stands_in(row, unmatched)),
            None => leaves,
        };
        unmatched.extend(event.unmatched.iter().filter(is_listed).map(|unmatched| unmatched_json(event, unmatched)));
        if let Some(columns) = part.and_then(|part| part.columns.as_ref()) {
            let columns_hidden = (0..event.members.len()).filter(|column| !columns.contains(column));
            hidden.extend(columns_hidden.map(|column| column_sigil(event, column)));
        }
    }
    let sigil_of = |key| sheet.articles.iter().position(|article| article.witness.key == key).map(sigil);
    let json = SheetJson {
        format_version: 1,
        model: if sheet.is_accurate { "accurate" } else { "standard" },
        filters: &choice.filters,
        hidden,
        articles: (sheet.articles.iter().enumerate())
            .take_while(|_| !choice.asker.is_stopped())
            .map(|(at, article)| article_json(at, article, choice))
            .collect(),
        events: sheet.events.iter().map(|event| event.members.iter().map(|&member| sigil(member)).collect()).collect(),
        statements,
        unmatched,
        notices: notices
            .iter()
            .map(|notice| NoticeJson { article: notice.article.and_then(sigil_of), text: &notice.text })
            .collect(),
    };
    serde_json::to_string(&json).map(|line| line + "\n")
}

fn sigil(member: usize) -> String {
    Sigil(member).to_string()
}

fn column_sigil(event: &SheetEvent, column: usize) -> String {
    sigil(event.members.get(column).copied().unwrap_or_default())
}

fn article_json<'a>(at: usize, article: &'a Prepared, choice: &Choice) -> ArticleJson<'a> {
    let witness = &article.witness;
    ArticleJson {
        sigil: sigil(at),
        path: if choice.with_folders { &witness.path } else { file_of(article) },
        title: witness.meta.title.as_deref(),
        outlet: witness.meta.outlet.as_deref(),
        published: witness.meta.published.as_deref(),
        url: witness.meta.url.as_deref(),
        text: witness.text.as_str(),
        blocks: &witness.blocks,
        passages: article.segmented.passages.iter().map(|passage| passage.span).collect(),
        quotations: statements(article),
        marked_terms: marked_terms(article),
    }
}

const fn passage_json(passage: &SheetPassage) -> PassageJson {
    PassageJson { start: passage.span.start, end: passage.span.end, voice: passage.voice, cue: passage.cue }
}

fn statement_json<'a>(id: usize, number: usize, event: &SheetEvent, row: &'a SheetRow) -> StatementJson<'a> {
    let place = |&(column, span): &(usize, Span)| PlaceJson {
        article: column_sigil(event, column),
        start: span.start,
        end: span.end,
    };
    let readings = row
        .cells
        .iter()
        .enumerate()
        .filter_map(|(column, cell)| {
            let cell = cell.as_ref()?;
            Some(ReadingJson {
                article: column_sigil(event, column),
                voice: cell.voice,
                passages: cell.passages.iter().map(passage_json).collect(),
                runs: cell
                    .runs
                    .iter()
                    .map(|run| RunJson {
                        kind: run.kind,
                        start: run.span.start,
                        end: run.span.end,
                        mates: run.mates.iter().map(place).collect(),
                    })
                    .collect(),
            })
        })
        .collect();
    let contrasts = row
        .contrasts
        .iter()
        .map(|contrast| ContrastJson {
            kind: contrast.kind,
            certainty: contrast.certainty,
            note: contrast.note.to_string(),
            evidence: contrast
                .evidence
                .iter()
                .map(|evidence| EvidenceJson {
                    article: column_sigil(event, evidence.column),
                    start: evidence.span.start,
                    end: evidence.span.end,
                    part: evidence.part,
                })
                .collect(),
        })
        .collect();
    StatementJson {
        id,
        event: number,
        label: &row.title,
        speaker: row.speaker.as_deref(),
        certainty: row.certainty,
        score: round(row.score),
        pinned: row.pinned,
        because: &row.because,
        readings,
        contrasts,
    }
}

fn unmatched_json<'a>(event: &SheetEvent, unmatched: &'a Unmatched) -> UnmatchedJson<'a> {
    UnmatchedJson {
        article: column_sigil(event, unmatched.column),
        start: unmatched.span.start,
        end: unmatched.span.end,
        nearest: unmatched.nearest.as_ref().map(|near| NearestJson {
            article: column_sigil(event, near.column),
            start: near.span.start,
            end: near.span.end,
            score: round(near.score),
            because: &near.because,
        }),
    }
}

/// Scores are printed with three decimals.
fn round(score: f32) -> f32 {
    (score * 1000.0).round() / 1000.0
}
