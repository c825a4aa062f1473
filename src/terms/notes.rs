//! What a contrast says.

use collation::contrast::{Figured, Note, Place};

use super::voice;
use crate::messages::{self, sentence};
use crate::say;

/// How the reading that a contrast is told of differs from the others: `Quotation ends earlier`.
pub fn note(note: &Note) -> String {
    match note {
        Note::QuotationStartsLater => say!("note-starts-later").to_owned(),
        Note::QuotationEndsEarlier => say!("note-ends-earlier").to_owned(),
        Note::WordsLeft(words) => say!("note-words-left", count = *words),
        Note::OmissionMarked => say!("note-omission").to_owned(),
        Note::InPieces => say!("note-pieces").to_owned(),
        Note::FewerWordsQuoted => say!("note-fewer-words").to_owned(),
        Note::OtherWordsQuoted => say!("note-other-words").to_owned(),
        Note::Voices { here, elsewhere } => {
            sentence(&say!("note-voices", here = voice(*here), elsewhere = voice(*elsewhere)))
        }
        Note::Verbs { here, elsewhere } => say!("note-verbs", here = here, elsewhere = elsewhere),
        Note::Force { here, elsewhere } => sentence(&say!("note-words", here = here, elsewhere = elsewhere)),
        Note::ForceOnlyHere(words) => sentence(&say!("note-only-here", words = words)),
        Note::ForceOnlyElsewhere(words) => sentence(&say!("note-only-elsewhere", words = words)),
        Note::Names { here, elsewhere } => say!("note-words", here = here, elsewhere = elsewhere),
        Note::Figures(figured) => say!("note-figures", figure = messages::plain(figure_message(*figured))),
        Note::Places { here, elsewhere } => {
            say!("note-places", here = note_place(*here), elsewhere = note_place(*elsewhere))
        }
    }
}

const fn figure_message(figured: Figured) -> &'static str {
    match figured {
        Figured::Number => "figure-number",
        Figured::Sum => "figure-sum",
        Figured::Share => "figure-share",
        Figured::Date => "figure-date",
        Figured::Day => "figure-day",
        Figured::Year => "figure-year",
        Figured::Time => "figure-time",
        Figured::Vote => "figure-vote",
    }
}

/// Where in its article a reading begins, as a contrast says it.
pub fn note_place(place: Place) -> String {
    match place {
        Place::Headline => say!("note-in-headline").to_owned(),
        Place::Paragraph { number, of } => say!("note-in-paragraph", number = number, all = of),
    }
}

#[cfg(test)]
mod tests {
    use collation::contrast::Voice;

    use super::*;
    use crate::messages::{Language, speak};

    #[test]
    fn english_notes_are_those_of_exports_and_german_ones_are_german() {
        let words = |here: &str, elsewhere: &str| (here.to_owned(), elsewhere.to_owned());
        let (here, elsewhere) = words("must", "should");
        let (name, other) = words("Ilse Varga", "the minister");
        let paragraph = |number| Place::Paragraph { number, of: 10 };
        let cases = [
            (Note::QuotationStartsLater, "Zitat setzt später ein"),
            (Note::QuotationEndsEarlier, "Zitat endet früher"),
            (Note::WordsLeft(1), "Vom Zitat bleibt ein Wort"),
            (Note::WordsLeft(2), "Vom Zitat bleiben zwei Wörter"),
            (Note::WordsLeft(3), "Vom Zitat bleiben drei Wörter"),
            (Note::WordsLeft(4), "Vom Zitat bleiben 4 Wörter"),
            (Note::OmissionMarked, "Wörter ausgelassen und die Auslassung gekennzeichnet"),
            (Note::InPieces, "In Teilen zitiert, ohne die Wörter dazwischen"),
            (Note::FewerWordsQuoted, "Weniger Wörter innerhalb der Anführungszeichen"),
            (Note::OtherWordsQuoted, "Andere Wörter innerhalb der Anführungszeichen"),
            (
                Note::Voices { here: Voice::Partly, elsewhere: Voice::Quoted },
                "Hier teilweise zitiert, anderswo zitiert",
            ),
            (
                Note::Verbs { here: "claimed".to_owned(), elsewhere: "said".to_owned() },
                "Redeverb: hier „claimed“, anderswo „said“",
            ),
            (Note::Force { here: here.clone(), elsewhere }, "Hier „must“, anderswo „should“"),
            (Note::ForceOnlyHere(here.clone()), "Nur hier „must“"),
            (Note::ForceOnlyElsewhere(here), "Anderswo „must“, hier nicht"),
            (Note::Names { here: other, elsewhere: name }, "Hier „the minister“, anderswo „Ilse Varga“"),
            (Note::Figures(Figured::Number), "Zahl weicht ab, bitte prüfen"),
            (Note::Figures(Figured::Sum), "Betrag weicht ab, bitte prüfen"),
            (Note::Figures(Figured::Share), "Anteil weicht ab, bitte prüfen"),
            (Note::Figures(Figured::Date), "Datum weicht ab, bitte prüfen"),
            (Note::Figures(Figured::Day), "Tag weicht ab, bitte prüfen"),
            (Note::Figures(Figured::Year), "Jahr weicht ab, bitte prüfen"),
            (Note::Figures(Figured::Time), "Uhrzeit weicht ab, bitte prüfen"),
            (Note::Figures(Figured::Vote), "Abstimmung weicht ab, bitte prüfen"),
            (
                Note::Places { here: Place::Headline, elsewhere: paragraph(10) },
                "Hier in der Überschrift, anderswo in Absatz 10 von 10",
            ),
            (
                Note::Places { here: paragraph(9), elsewhere: paragraph(1) },
                "Hier in Absatz 9 von 10, anderswo in Absatz 1 von 10",
            ),
        ];
        for (fact, german) in cases {
            speak(Language::English);
            assert_eq!(note(&fact), fact.to_string());
            speak(Language::German);
            assert_eq!(note(&fact), german);
        }
    }
}
