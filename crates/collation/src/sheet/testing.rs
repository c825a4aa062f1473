//! Rows made by hand for tests.

use super::{SheetCell, SheetPassage, SheetRow};
use crate::attribution::SpeakerHow;
use crate::contrast::Voice;
use crate::ruling::Anchor;
use crate::span::Span;
use crate::table::Certainty;
use crate::variation::Run;
use crate::witness::{Role, WitnessKey};

/// A reading of one passage.
pub(super) fn cell(span: Span, runs: &[Run]) -> SheetCell {
    SheetCell {
        passages: vec![SheetPassage { span, paragraph: 1, role: Role::Body, voice: Voice::Paraphrased, cue: None }],
        main: 0,
        compared: 0..0,
        runs: runs.to_vec(),
        voice: Voice::Paraphrased,
        cue: None,
        speaker: None,
        speaker_how: SpeakerHow::None,
    }
}

/// A row that is possible, its title from its first reading.
pub(super) fn row(cells: Vec<Option<SheetCell>>) -> SheetRow {
    let first =
        cells.iter().enumerate().find_map(|(column, cell)| Some((column, cell.as_ref()?.passages.first()?.span)));
    let anchor = Anchor { article: WitnessKey::default(), span: first.map_or_else(Span::default, |(_, span)| span) };
    SheetRow { titled: first, certainty: Certainty::Possible, score: 0.5, ..SheetRow::of(anchor, cells) }
}
