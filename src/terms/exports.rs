//! What copies and exports say besides the words of sources, in the window's language.

use collation::contrast::ContrastKind;
use collation::export::{Head, Mark, Phrase, State, Wording};
use collation::table::Certainty;

use super::{note, place, voice};
use crate::messages;
use crate::say;

/// The language in force, for copies and exports.
pub const WORDING: Wording = Wording::new(said);

fn said(phrase: &Phrase<'_>) -> String {
    match *phrase {
        Phrase::Language => messages::language().code().to_owned(),
        Phrase::Principle => say!("principle").to_owned(),
        Phrase::Untitled => say!("export-untitled").to_owned(),
        Phrase::Exported(day) => say!("export-made", day = day),
        Phrase::Date { year, month, day } => {
            let mut months = say!("export-months").split(' ');
            let month = month.checked_sub(1).and_then(|month| months.nth(month)).unwrap_or_default();
            match day {
                Some(day) => say!("export-date", day = day, month = month, year = year),
                None => say!("export-date-month", month = month, year = year),
            }
        }
        Phrase::Event(number) => say!("event-number", number = number),
        Phrase::EventOf { number, all } => say!("event-of", number = number, all = all),
        Phrase::Base => say!("base").to_owned(),
        Phrase::Place(role, paragraph) => place(role, paragraph),
        Phrase::PlaceOf { place, all } => say!("place-of", place = place, all = messages::grouped(all)),
        Phrase::Voice(which) => voice(which).to_owned(),
        Phrase::NotFoundIn(outlet) => say!("not-found-in", name = outlet),
        Phrase::ElsewhereIn { outlet, number } => say!("elsewhere-in", name = outlet, number = number),
        Phrase::InArticles { number, all } => say!("in-articles", number = number, all = all),
        Phrase::State(which) => state(which).to_owned(),
        Phrase::NeedsLook => say!("export-needs-look").to_owned(),
        Phrase::Tag(kind) => tag(kind).to_owned(),
        Phrase::Mark(which) => mark(which).to_owned(),
        Phrase::PlainIsShared => say!("export-shared").to_owned(),
        Phrase::WordsMissing => say!("export-missing").to_owned(),
        Phrase::Difference { mark: which, letters: "", note: what } => {
            say!("export-difference", mark = mark(which), note = note(what))
        }
        Phrase::Difference { mark: which, letters, note: what } => {
            say!("export-difference-in", mark = mark(which), letters = letters, note = note(what))
        }
        Phrase::Hidden(names) => say!("export-hidden", names = names),
        Phrase::Filters(filters) => say!("export-filters", filters = filters),
        Phrase::Differences => say!("differences").to_owned(),
        Phrase::Notices => say!("export-notices").to_owned(),
        Phrase::Tags(tags) => say!("export-tags", tags = tags),
        Phrase::Note(note) => say!("export-note", note = note),
        Phrase::TagsItem(tags) => say!("export-tags-item", tags = tags),
        Phrase::NoteItem(note) => say!("export-note-item", note = note),
        Phrase::Head(which) => head(which).to_owned(),
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Lone => say!("only-one-outlet"),
        State::Pinned => say!("spoken-pinned"),
        State::Linked => say!("because-ruling"),
        State::Matched(Certainty::Exact) => say!("certainty-exact"),
        State::Matched(Certainty::Rule) => say!("certainty-rule"),
        State::Matched(Certainty::Possible) => say!("certainty-possible"),
    }
}

fn tag(kind: ContrastKind) -> &'static str {
    match kind {
        ContrastKind::Cut => say!("export-mark-cut"),
        ContrastKind::Voice => say!("tag-voice"),
        ContrastKind::Cue => say!("tag-verb"),
        ContrastKind::Force => say!("tag-force"),
        ContrastKind::Name => say!("tag-name"),
        ContrastKind::Fact => say!("tag-fact"),
        ContrastKind::Place => say!("tag-place"),
    }
}

fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Reworded => say!("export-mark-reworded"),
        Mark::OnlyHere => say!("only-here"),
        Mark::Moved => say!("export-mark-moved"),
        Mark::Cut => say!("export-mark-cut"),
        Mark::Voice => say!("export-mark-voice"),
        Mark::Cue => say!("export-mark-cue"),
        Mark::Force => say!("export-mark-force"),
        Mark::Name => say!("export-mark-name"),
        Mark::Fact => say!("export-mark-fact"),
        Mark::Place => say!("tag-place"),
    }
}

fn head(head: Head) -> &'static str {
    match head {
        Head::Number => say!("export-number"),
        Head::Statement => say!("statement"),
        Head::Speaker => say!("ledger-speaker"),
        Head::State => say!("export-state"),
        Head::About => say!("export-about"),
        Head::Tags => say!("tags"),
        Head::Note => say!("note"),
        Head::Article => say!("export-article"),
        Head::Event => say!("export-event"),
        Head::Outlet => say!("outlet"),
        Head::Published => say!("export-published"),
        Head::Title => say!("title"),
        Head::Byline => say!("byline"),
        Head::Address => say!("address"),
        Head::Words => say!("export-words"),
        Head::Passages => say!("export-passages"),
        Head::Articles => say!("articles"),
    }
}

#[cfg(test)]
mod tests {
    use collation::Role;
    use collation::contrast::{Note, Voice};

    use super::*;
    use crate::messages::{Language, speak};

    #[test]
    fn english_exports_are_those_of_the_command_line_and_german_ones_are_german() {
        let kinds = [
            ContrastKind::Cut,
            ContrastKind::Voice,
            ContrastKind::Cue,
            ContrastKind::Force,
            ContrastKind::Name,
            ContrastKind::Fact,
            ContrastKind::Place,
        ];
        let states = [Certainty::Exact, Certainty::Rule, Certainty::Possible].map(State::Matched);
        let mut phrases = vec![
            Phrase::Language,
            Phrase::Principle,
            Phrase::Untitled,
            Phrase::Exported("1"),
            Phrase::Date { year: 2026, month: 10, day: Some(13) },
            Phrase::Date { year: 2026, month: 12, day: None },
            Phrase::Event(2),
            Phrase::EventOf { number: 1, all: 2 },
            Phrase::Base,
            Phrase::Place(Role::Headline, 0),
            Phrase::PlaceOf { place: "¶3", all: 16 },
            Phrase::NotFoundIn("Dan Tri"),
            Phrase::ElsewhereIn { outlet: "Dan Tri", number: 3 },
            Phrase::InArticles { number: 2, all: 3 },
            Phrase::NeedsLook,
            Phrase::PlainIsShared,
            Phrase::WordsMissing,
            Phrase::Difference { mark: Mark::Cut, letters: "", note: &Note::QuotationEndsEarlier },
            Phrase::Difference { mark: Mark::Cut, letters: "A, B", note: &Note::QuotationEndsEarlier },
            Phrase::Hidden("Dan Tri"),
            Phrase::Filters("1"),
            Phrase::Differences,
            Phrase::Notices,
            Phrase::Tags("a, b"),
            Phrase::Note("a"),
            Phrase::TagsItem("a, b"),
            Phrase::NoteItem("a"),
            Phrase::State(State::Lone),
            Phrase::State(State::Pinned),
            Phrase::State(State::Linked),
        ];
        phrases.extend([Voice::Quoted, Voice::Partly, Voice::Paraphrased].map(Phrase::Voice));
        phrases.extend(states.map(Phrase::State));
        phrases.extend(kinds.map(Phrase::Tag));
        phrases.extend(Mark::ALL.map(Phrase::Mark));
        phrases.extend(Head::ALL.map(Phrase::Head));
        // The same in both languages.
        let same = ["Name", "name"];
        for phrase in phrases {
            speak(Language::English);
            let english = WORDING.say(&phrase);
            assert_eq!(english, phrase.to_string());
            speak(Language::German);
            let german = WORDING.say(&phrase);
            assert!(german != english || same.contains(&english.to_lowercase().as_str()), "{phrase:?}: {german}");
        }
        assert_eq!(WORDING.say(&Phrase::Date { year: 2026, month: 10, day: Some(13) }), "13. Oktober 2026");
    }
}
