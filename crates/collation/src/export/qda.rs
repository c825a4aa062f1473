//! The comparison for qualitative analysis programs: a REFI-QDA project (1.0, `.qdpx`) as its entries,
//! and the codes alone as a REFI-QDA codebook (`.qdc`).
//!
//! Every article is a plain-text source, byte for byte its text; every passage of a statement is a
//! selection of it, coded with statement, voice, speaker and the reader's tags. Positions count
//! characters from 0, the end is the one behind the last. Identifiers are made from what they name,
//! so the same comparison gives the same file. They are English, so that the codes of several readers meet.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::marks::Mark;
use super::package::{Entry, xml, xml_text};
use super::palette as colour;
use super::phrases::{alone, file_of, one_line};
use super::selection::{Choice, Table};
use super::wording::{PRINCIPLE, Wording, voice_words};
use crate::contrast::{EvidencePart, Voice};
use crate::prepare::Prepared;
use crate::sheet::{Sheet, SheetRow};
use crate::span::Span;

/// A code of the reader's own list: its tags are named after codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Code {
    pub name: String,
    /// `#rrggbb`.
    pub colour: Option<String>,
    pub description: String,
}

/// The entries of a `.qdpx` project: `project.qde` and one text an article.
pub fn project_entries(sheet: &Sheet, choice: &Choice) -> Vec<Entry> {
    let coded = Coded::new(sheet, choice);
    let mut entries = vec![Entry::new("project.qde", project(&coded, choice))];
    entries.extend(coded.sources.iter().map(|(&member, source)| {
        let name = format!("Sources/{}.txt", source_guid(member, source.article));
        Entry::new(name, source.article.witness.text.as_str().as_bytes().to_vec())
    }));
    entries
}

/// The codes as a `.qdc` codebook.
pub fn codebook(sheet: &Sheet, choice: &Choice) -> Vec<u8> {
    let coded = Coded::new(sheet, choice);
    xml(&html! {
        CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Parallax" { (codes(&coded)) }
    })
}

/// Codes under a heading: name, colour, description.
type Codes = Vec<(String, Option<String>, String)>;

/// What is coded where.
struct Coded<'a> {
    /// By index into the articles of the sheet.
    sources: BTreeMap<usize, Source<'a>>,
    groups: Vec<(&'static str, Codes)>,
    notes: Vec<(String, String)>,
    about: String,
}

struct Source<'a> {
    article: &'a Prepared,
    /// Identifiers of the codes and of the notes on each stretch of its text.
    selections: BTreeMap<Span, Selection>,
}

#[derive(Default)]
struct Selection {
    codes: Vec<String>,
    notes: Vec<String>,
}

impl Selection {
    fn code(&mut self, group: &str, name: &str) {
        let guid = code_guid(group, name);
        if !self.codes.contains(&guid) {
            self.codes.push(guid);
        }
    }
}

const STATEMENTS: &str = "Statements";
const VOICE: &str = "Voice";
const SPEAKERS: &str = "Speakers";
const DIFFERENCES: &str = "Differences";
const TAGS: &str = "Tags";

impl<'a> Coded<'a> {
    fn new(sheet: &'a Sheet, choice: &Choice) -> Self {
        let choice = &choice.in_english();
        let tables = choice.tables(sheet);
        let mut coded = Self { sources: BTreeMap::new(), groups: Vec::new(), notes: Vec::new(), about: String::new() };
        let (mut statements, mut speakers) = (Codes::new(), Codes::new());
        for table in &tables {
            for (column, article) in table.articles() {
                let member = table.event.members.get(column).copied().unwrap_or_default();
                coded.sources.entry(member).or_insert(Source { article, selections: BTreeMap::new() });
            }
            for row in table.rows() {
                statements.push((statement_name(table, row), None, table.wording.about_row(row)));
                coded.code_row(table, row, choice, &mut speakers);
            }
        }
        coded.groups = vec![
            (STATEMENTS, statements),
            (VOICE, voices()),
            (SPEAKERS, speakers),
            (DIFFERENCES, kinds_of_difference(choice)),
            (TAGS, tags(choice)),
        ];
        let left_out: Vec<&str> = tables.iter().filter_map(|table| table.left_out.as_deref()).collect();
        coded.about = [&[PRINCIPLE], left_out.as_slice()].concat().join(" ");
        coded
    }

    fn code_row(&mut self, table: &Table, row: &SheetRow, choice: &Choice, speakers: &mut Codes) {
        let statement = statement_name(table, row);
        let tags = choice.tags_on(table, row);
        let notes: Vec<String> = choice
            .notes_on(table, row)
            .into_iter()
            .enumerate()
            .map(|(at, note)| {
                let guid = guid(&format!("note/{}/{}/{at}", table.number, row.number));
                self.notes.push((guid.clone(), note.to_owned()));
                guid
            })
            .collect();
        for &column in &table.columns {
            let Some(member) = table.event.members.get(column) else { continue };
            let cell = row.cells.get(column).and_then(Option::as_ref);
            let (Some(source), Some(cell)) = (self.sources.get_mut(member), cell) else { continue };
            for passage in &cell.passages {
                let own = alone(source.article, cell, *passage);
                let speaker = own.speaker.as_deref().map(one_line);
                if let Some(speaker) = &speaker
                    && !speakers.iter().any(|(name, ..)| name == speaker)
                {
                    speakers.push((speaker.clone(), None, String::new()));
                }
                let selection = source.selections.entry(passage.span).or_default();
                selection.code(STATEMENTS, &statement);
                selection.code(VOICE, voice_words(own.voice));
                if let Some(speaker) = &speaker {
                    selection.code(SPEAKERS, speaker);
                }
                for tag in &tags {
                    selection.code(TAGS, tag);
                }
                selection.notes.extend(notes.iter().cloned());
            }
            for contrast in row.contrasts.iter().filter(|contrast| choice.marks.has(contrast.kind.into())) {
                let here = contrast.evidence.iter().filter(|evidence| evidence.column == column);
                for evidence in
                    here.filter(|evidence| evidence.part == EvidencePart::Words && !evidence.span.is_empty())
                {
                    let selection = source.selections.entry(evidence.span).or_default();
                    selection.code(DIFFERENCES, Mark::from(contrast.kind).label());
                }
            }
        }
    }
}

/// `Event 2, 7: Repairs take weeks`, without the event where there is one only.
fn statement_name(table: &Table, row: &SheetRow) -> String {
    let event = if table.sheet.events.len() > 1 { format!("Event {}, ", table.number) } else { String::new() };
    format!("{event}{}: {}", row.number, one_line(&row.title))
}

fn voices() -> Codes {
    let voices = [Voice::Quoted, Voice::Partly, Voice::Paraphrased];
    voices.map(|voice| (voice_words(voice).to_owned(), None, String::new())).to_vec()
}

fn kinds_of_difference(choice: &Choice) -> Codes {
    let kinds = choice.marks.iter().filter(|&mark| !choice.marks.of_runs().has(mark));
    kinds.map(|mark| (mark.label().to_owned(), Some(tint(mark).to_owned()), String::new())).collect()
}

const fn tint(mark: Mark) -> &'static str {
    match mark {
        Mark::Cut => colour::CUT,
        Mark::Force => colour::FORCE,
        Mark::Fact => colour::FACT,
        Mark::Name => colour::NAME,
        _ => colour::INK3,
    }
}

/// The reader's codes, and after them tags that have none.
fn tags(choice: &Choice) -> Codes {
    let mut tags: Codes = choice
        .codes
        .iter()
        .map(|code| {
            (code.name.clone(), code.colour.clone().filter(|colour| is_colour(colour)), code.description.clone())
        })
        .collect();
    for tag in choice.annotations.iter().flat_map(|annotation| &annotation.tags) {
        if !tags.iter().any(|(name, ..)| name == tag) {
            tags.push((tag.clone(), None, String::new()));
        }
    }
    tags
}

fn is_colour(colour: &str) -> bool {
    let digits = colour.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit())
}

fn codes(coded: &Coded) -> Markup {
    html! {
        Codes {
            @for (group, codes) in coded.groups.iter().filter(|(_, codes)| !codes.is_empty()) {
                Code guid=(code_guid(group, "")) name=(group) isCodable="false" {
                    @for (name, colour, description) in codes {
                        Code guid=(code_guid(group, name)) name=(xml_text(name)) isCodable="true"
                            color=[colour.as_deref()] {
                            @if !description.is_empty() { Description { (xml_text(description)) } }
                        }
                    }
                }
            }
        }
    }
}

fn project(coded: &Coded, choice: &Choice) -> Vec<u8> {
    let user = guid("user/Parallax");
    let made = format!("{}T00:00:00Z", choice.day());
    let name = choice.in_english().heading();
    let variables = ["Outlet", "Published", "Address"];
    xml(&html! {
        Project xmlns="urn:QDA-XML:project:1.0" name=(xml_text(&one_line(&name))) origin="Parallax"
            creatingUserGUID=(user) creationDateTime=(made) {
            Users { User guid=(user) name="Parallax" {} }
            CodeBook { (codes(coded)) }
            Variables {
                @for name in variables { Variable guid=(variable_guid(name)) name=(name) typeOfVariable="Text" {} }
            }
            @if !coded.sources.is_empty() {
                Sources {
                    @for (&member, source) in &coded.sources { (text_source(member, source, &user, &made)) }
                }
            }
            @if !coded.notes.is_empty() {
                Notes {
                    @for (guid, note) in &coded.notes {
                        Note guid=(guid) name="Note" creatingUser=(user) creationDateTime=(made) {
                            PlainTextContent { (xml_text(note)) }
                        }
                    }
                }
            }
            Description { (coded.about) }
        }
    })
}

fn text_source(member: usize, source: &Source, user: &str, made: &str) -> Markup {
    let own = source_guid(member, source.article);
    let witness = &source.article.witness;
    let values = [
        ("Outlet", witness.meta.outlet.as_deref()),
        ("Published", witness.meta.published.as_deref()),
        ("Address", witness.meta.url.as_deref()),
    ];
    html! {
        TextSource guid=(own) name=(xml_text(&one_line(&Wording::default().outlet_and_date(source.article))))
            plainTextPath={ "internal://" (own) ".txt" } creatingUser=(user) creationDateTime=(made) {
            @if let Some(title) = &witness.meta.title { Description { (xml_text(title)) } }
            @for (span, selection) in &source.selections {
                @let place = format!("selection/{own}/{}/{}", span.start, span.end);
                PlainTextSelection guid=(guid(&place)) name=(selection_name(source.article, *span))
                    startPosition=(span.start) endPosition=(span.end) creatingUser=(user) creationDateTime=(made) {
                    @for code in &selection.codes {
                        Coding guid=(guid(&format!("{place}/{code}"))) creatingUser=(user) creationDateTime=(made) {
                            CodeRef targetGUID=(code) {}
                        }
                    }
                    @for note in &selection.notes { NoteRef targetGUID=(note) {} }
                }
            }
            @for (name, value) in values {
                @if let Some(value) = value {
                    VariableValue {
                        VariableRef targetGUID=(variable_guid(name)) {}
                        TextValue { (xml_text(value)) }
                    }
                }
            }
        }
    }
}

/// The first words of a selection.
fn selection_name(article: &Prepared, span: Span) -> String {
    let words = one_line(article.witness.text.slice(Span::new(span.start, span.end.min(span.start + 60))));
    xml_text(&words).into_owned()
}

fn source_guid(member: usize, article: &Prepared) -> String {
    guid(&format!("source/{member}/{}/{}", file_of(article), article.witness.text.as_str()))
}

fn code_guid(group: &str, name: &str) -> String {
    guid(&format!("code/{group}/{name}"))
}

fn variable_guid(name: &str) -> String {
    guid(&format!("variable/{name}"))
}

/// A UUID of version 8 (RFC 9562) made from `what` by FNV-1a.
fn guid(what: &str) -> String {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash = what.bytes().fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    let version_and_variant = (hash & !(0xf << 76) & !(0x3 << 62)) | (0x8 << 76) | (0x2 << 62);
    let digits = format!("{version_and_variant:032x}");
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}
