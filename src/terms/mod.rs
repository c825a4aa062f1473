//! What the window, its copies and its exports call the kinds that the crates below know: places, voices,
//! roles, reasons, steps, errors, notices. Their own words for them are those of the command line, which stays English.

mod errors;
mod exports;
mod notes;
mod notices;
mod phrases;
mod reasons;
mod steps;

use collation::attribution::CueClass;
use collation::contrast::Voice;
use collation::ruling::RejectReason;
use collation::sheet::SheetRow;
use collation::span::Span;
use collation::witness::Role;
use collation::{Prepared, Sigil, Witness, WitnessKey};
use workbench::export::Format;
use workbench::intake::Field;
use workbench::project::Project;

use crate::messages::{self, grouped};
use crate::say;
pub use errors::{intake, open_model, refused, store, unread};
pub use exports::WORDING;
pub use notes::{note, note_place};
pub use notices::{file_notice, intake_notice, settings_notice, store_notice, twin};
pub use phrases::{phrase, stage};
pub use reasons::cause;
pub use steps::step;

/// Where a passage stands: `¶3`, or what it is where it has no number.
pub fn place(role: Role, paragraph: usize) -> String {
    match role {
        Role::Headline => say!("place-headline").to_owned(),
        Role::Caption => say!("place-caption").to_owned(),
        _ if paragraph == 0 => say!("place-subheading").to_owned(),
        _ => format!("¶{}", grouped(paragraph)),
    }
}

/// What an article is called: its outlet, or without one its letter.
pub fn article(witness: &Witness, at: usize) -> String {
    let outlet = witness.meta.outlet.as_deref().unwrap_or_default();
    let outlet = outlet.split_whitespace().collect::<Vec<_>>().join(" ");
    if outlet.is_empty() { say!("called", sigil = Sigil(at).to_string()) } else { outlet }
}

/// What the article with this key is called in a project; empty where there is none.
pub fn article_of(project: &Project, key: WitnessKey) -> String {
    let found = project.position(key).and_then(|at| Some((at, project.articles().get(at)?)));
    found.map(|(at, found)| article(&found.witness, at)).unwrap_or_default()
}

/// What a block of an article is.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Headline => say!("place-headline"),
        Role::Subheading => say!("place-subheading"),
        Role::Dateline => say!("role-dateline"),
        Role::Byline => say!("role-byline"),
        Role::Body => say!("role-text"),
        Role::List => say!("role-list"),
        Role::Quote => say!("role-quotation"),
        Role::Caption => say!("place-caption"),
        Role::Clutter => say!("role-clutter"),
    }
}

/// What is read aloud in the place of a reading that the row lacks.
pub fn absent(outlet: &str, row: &SheetRow, column: usize) -> String {
    match row.elsewhere.get(column).copied().flatten() {
        Some(other) => say!("cell-elsewhere", name = outlet, number = row.number, other = other),
        None => say!("cell-not-found", name = outlet, number = row.number),
    }
}

/// How a reading has a statement, in full words.
pub fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Quoted => say!("quoted"),
        Voice::Partly => say!("partly-quoted"),
        Voice::Paraphrased => say!("paraphrased"),
    }
}

/// The sign of how a passage is given.
pub const fn voice_glyph(voice: Voice) -> &'static str {
    match voice {
        Voice::Quoted => "“ ”",
        Voice::Partly => "‹“›",
        Voice::Paraphrased => "~",
    }
}

/// Reporting words as the article has them, on one line.
pub fn verb(article: &Prepared, cue: Option<Span>) -> Option<String> {
    let words: Vec<&str> = article.witness.text.slice(cue?).split_whitespace().collect();
    let words = words.join(" ");
    // A colon after a name reports too, but it is no word to show.
    words.chars().any(char::is_alphabetic).then_some(words)
}

/// Why a link was rejected.
pub fn reason(reason: RejectReason) -> &'static str {
    match reason {
        RejectReason::OtherSpeaker => say!("reason-speaker"),
        RejectReason::OtherEvent => say!("reason-event"),
        RejectReason::OnlyTheTopic => say!("reason-topic"),
        RejectReason::Clutter => say!("reason-clutter"),
        RejectReason::Other => say!("reason-other"),
    }
}

/// What a reason to reject means, in one line.
pub fn reason_remark(reason: RejectReason) -> &'static str {
    match reason {
        RejectReason::OtherSpeaker => messages::tip("reason-speaker"),
        RejectReason::OtherEvent => messages::tip("reason-event"),
        RejectReason::OnlyTheTopic => messages::tip("reason-topic"),
        RejectReason::Clutter => messages::tip("reason-clutter"),
        RejectReason::Other => messages::tip("reason-other"),
    }
}

/// A class of reporting verbs.
pub fn cue_class(class: CueClass) -> &'static str {
    messages::plain(cue_message(class))
}

/// What the verbs of a class do.
pub fn cue_meaning(class: CueClass) -> &'static str {
    messages::tip(cue_message(class))
}

const fn cue_message(class: CueClass) -> &'static str {
    match class {
        CueClass::Say => "class-say",
        CueClass::Assert => "class-assert",
        CueClass::Factive => "class-factive",
        CueClass::Negative => "class-negative",
        CueClass::Directive => "class-directive",
        CueClass::Positive => "class-positive",
        CueClass::Cognition => "class-cognition",
    }
}

/// A format to export in.
pub fn export_format(format: Format) -> &'static str {
    match format {
        Format::Html => say!("format-html"),
        Format::Docx => say!("format-docx"),
        Format::Xlsx => say!("format-xlsx"),
        Format::Csv => say!("format-csv"),
        Format::CsvStatements => say!("format-csv-statements"),
        Format::Tsv => say!("format-tsv"),
        Format::Markdown => say!("format-markdown"),
        Format::Text => say!("format-text"),
        Format::Json => say!("format-json"),
        Format::Qdpx => say!("format-qdpx"),
        Format::Qdc => say!("format-qdc"),
        Format::Ris => say!("format-ris"),
    }
}

/// What one gets with a format, in one line.
pub fn export_remark(format: Format) -> &'static str {
    match format {
        Format::Html => messages::tip("format-html"),
        Format::Docx => messages::tip("format-docx"),
        Format::Xlsx => messages::tip("format-xlsx"),
        Format::Csv => messages::tip("format-csv"),
        Format::CsvStatements => messages::tip("format-csv-statements"),
        Format::Tsv => messages::tip("format-tsv"),
        Format::Markdown => messages::tip("format-markdown"),
        Format::Text => messages::tip("format-text"),
        Format::Json => messages::tip("format-json"),
        Format::Qdpx => messages::tip("format-qdpx"),
        Format::Qdc => messages::tip("format-qdc"),
        Format::Ris => messages::tip("format-ris"),
    }
}

/// What a column of a data set may hold.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Text => say!("field-text"),
        Field::Title => say!("title"),
        Field::Outlet => say!("outlet"),
        Field::Published => say!("paste-date"),
        Field::Byline => say!("byline"),
        Field::Url => say!("address"),
        Field::Language => say!("article-language"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_without_an_outlet_is_called_by_its_letter_whatever_else_is_known() {
        messages::speak(messages::Language::English);
        for (outlet, title, called) in [
            (Some("Hill  Courier"), None, "Hill Courier"),
            (None, Some("Bridge shut"), "Article B"),
            (Some(" "), None, "Article B"),
        ] {
            let mut witness = Witness { path: "/a/0_L.txt".to_owned(), ..Witness::default() };
            witness.meta.outlet = outlet.map(str::to_owned);
            witness.meta.title = title.map(str::to_owned);
            assert_eq!(article(&witness, 1), called);
        }
    }

    /// The engine has its own English words for the command line and for exports; both say the same.
    #[test]
    fn english_terms_are_those_of_exports() {
        messages::speak(messages::Language::English);
        for class in CueClass::ALL {
            // In files a class has the name of its list, on screen a plain one.
            assert_eq!(cue_meaning(class), class.definition());
            assert!(!cue_class(class).is_empty());
        }
        for format in Format::ALL {
            assert_eq!(export_format(format), format.label());
        }
        for kind in Field::ALL {
            assert_eq!(field(kind), kind.label());
        }
        for role in [Role::Headline, Role::Caption, Role::Subheading, Role::Body] {
            for paragraph in [0, 3] {
                assert_eq!(place(role, paragraph), collation::segment::place_words(role, paragraph));
            }
        }
    }
}
