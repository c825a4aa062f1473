//! What a difference between readings rests on, in the words of the articles.

use collation::contrast::{Contrast, ContrastKind, Evidence, EvidencePart, Note, Voice};
use collation::sheet::SheetRow;

use super::Shown;
use crate::say;
use crate::terms;

/// The evidence in source words, those of the reading that it is told of last: `a precaution → for safety’s sake`.
pub fn words(shown: &Shown<'_>, row: &SheetRow, contrast: &Contrast) -> String {
    match contrast.kind {
        ContrastKind::Voice => return voice_words(shown, row),
        // The note has both places already.
        ContrastKind::Place => return String::new(),
        _ => {}
    }
    let own = contrast.evidence.first().map(|evidence| evidence.column);
    let words = |is_wanted: &dyn Fn(&Evidence) -> bool| -> Vec<String> {
        let evidence = contrast.evidence.iter().filter(|evidence| is_wanted(evidence));
        let words = evidence.filter_map(|evidence| {
            let member = *shown.event?.members.get(evidence.column)?;
            let text = shown.sheet.articles.get(member)?.witness.text.slice(evidence.span);
            let words: Vec<&str> = text.split_whitespace().collect();
            (!words.is_empty()).then(|| words.join(" "))
        });
        let mut words: Vec<String> = words.collect();
        words.dedup();
        words
    };
    let is_here = |evidence: &Evidence| evidence.part == EvidencePart::Words && Some(evidence.column) == own;
    let mut here = words(&is_here);
    let mut there = words(&|evidence| !is_here(evidence));
    if is_left_out(contrast) {
        // What one outlet prints of it a fuller printing of another holds.
        let fuller = there.clone();
        let holds = |other: &String, words: &str| other.len() > words.len() && other.contains(words);
        there.retain(|words| words.split(' ').count() < 3 || !fuller.iter().any(|other| holds(other, words)));
    }
    // The figure that several agree on is boxed in the base, too.
    here.retain(|words| !there.contains(words));
    let (here, there) = (here.join(" · "), there.join(" · "));
    match (there.is_empty(), here.is_empty()) {
        (false, false) => format!("{there} → {here}"),
        (true, _) => here,
        // Beside "only two words are kept" these would read as the two.
        (false, true) if is_left_out(contrast) => say!("words-left-out", words = there),
        (false, true) => there,
    }
}

fn voice_words(shown: &Shown<'_>, row: &SheetRow) -> String {
    let mut by_voice: Vec<(Voice, Vec<&str>)> = Vec::new();
    for (column, cell) in row.cells.iter().enumerate() {
        let (Some(cell), Some(article)) = (cell, shown.article(column)) else { continue };
        match by_voice.iter_mut().find(|(voice, _)| *voice == cell.voice) {
            Some((_, sigils)) => sigils.push(&article.sigil),
            None => by_voice.push((cell.voice, vec![&article.sigil])),
        }
    }
    let parts = by_voice
        .iter()
        .map(|(voice, sigils)| say!("voice-in", voice = terms::voice(*voice), sigils = sigils.join(", ")));
    parts.collect::<Vec<String>>().join(" · ")
}

/// What `contrast` tells, the other outlet by its letter where its place is told.
pub fn note(shown: &Shown<'_>, contrast: &Contrast) -> String {
    let counterpart = contrast.evidence.iter().find(|evidence| evidence.part == EvidencePart::Counterpart);
    let other = counterpart.and_then(|evidence| shown.article(evidence.column));
    match (&contrast.note, other) {
        (Note::Places { here, elsewhere }, Some(other)) => {
            let (here, there) = (terms::note_place(*here), terms::note_place(*elsewhere));
            say!("note-places-in", here = here, there = there, sigil = &other.sigil)
        }
        (note, _) => terms::note(note),
    }
}

/// Characters of source words in a line, at most.
const LONGEST: usize = 100;

/// What `contrast` tells and what it rests on, in brief.
pub fn line(shown: &Shown<'_>, row: &SheetRow, contrast: &Contrast) -> String {
    let (note, words) = (note(shown, contrast), words(shown, row, contrast));
    // The note of a verb, a name or a word of force has the words already.
    let has_words = matches!(contrast.kind, ContrastKind::Cue | ContrastKind::Force | ContrastKind::Name);
    if words.is_empty() || has_words {
        return note;
    }
    // What is left out is said so.
    format!("{note}{} {}", if is_left_out(contrast) { ";" } else { ":" }, in_brief(&words))
}

/// True where the reading that is told of has nothing for the words.
fn is_left_out(contrast: &Contrast) -> bool {
    contrast.kind == ContrastKind::Cut && !contrast.evidence.iter().any(|it| it.part == EvidencePart::Words)
}

/// The words as far as they have room, with dots where that is not all.
fn in_brief(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(LONGEST) else { return words.to_owned() };
    let kept = words.get(..end).unwrap_or_default();
    format!("{} …", kept.rsplit_once(' ').map_or(kept, |(kept, _)| kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_evidence_ends_between_words() {
        assert_eq!(in_brief("as a precaution"), "as a precaution");
        let long = "a precaution ".repeat(20);
        let brief = in_brief(&long);
        assert!(brief.ends_with("precaution …") || brief.ends_with(" a …"), "{brief}");
        assert!(brief.chars().count() <= LONGEST + 2);
    }
}
