//! Words and their variants: a click or a key lights up what every outlet has for the same words.

use collation::Prepared;
use collation::kept::answers_to_word;
use collation::ruling::Anchor;
use collation::segment::TokenKind;
use collation::sheet::SheetRow;
use collation::span::Span;
use collation::variation::RunKind;
use workbench::settings::ClassMode;

use super::App;
use crate::say;

impl App {
    /// Lights up every outlet's variant of the word at `at`.
    pub(super) fn ask_word(&mut self, row: Anchor, column: usize, at: usize) {
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let Some(row) = event.rows.iter().find(|other| other.anchor == row) else { return };
        let Some(cell) = row.cells.get(column).and_then(Option::as_ref) else { return };
        if row.compared_with(event.base) == Some(column) && !row.is_lone() && self.is_original(column, row) {
            return self.ask_original(row.anchor, column, at);
        }
        let Some(run) = cell.runs.iter().find(|run| run.span.contains(at)) else { return };
        // Of words that both have, which go on for long, the one that is asked about; else all that differs there.
        let is_same = matches!(run.kind, RunKind::Shared | RunKind::Moved);
        let Some(article) = self.article_in(column) else { return };
        let here = if is_same { word_at(article, run.span, at).unwrap_or(run.span) } else { run.span };
        let mut places: Vec<(usize, Span)> = vec![(column, here)];
        let base = row.compared_with(event.base);
        if base == Some(column) {
            places.extend(self.answers(row, column, here));
        } else {
            for &(other, mate) in &run.mates {
                let there = self.article_in(other).filter(|_| is_same);
                let there = there.map_or(mate, |there| same_word(article, run.span, here, there, mate));
                places.push((other, there));
                // What stands against the same words of the base is a variant as well.
                if base == Some(other) {
                    let answers = self.answers(row, other, there).into_iter();
                    places.extend(answers.filter(|(answer, _)| *answer != column));
                }
            }
        }
        let lit = (row.anchor, side_by_side(places));
        let is_off = lit.1.len() < 2 || self.view.lit.as_ref() == Some(&lit);
        self.view.lit = (!is_off).then_some(lit);
    }

    /// The article in a column of the shown event.
    fn article_in(&self, column: usize) -> Option<&Prepared> {
        let member = *self.sheet.events.get(self.view.event)?.members.get(column)?;
        self.sheet.articles.get(member).map(AsRef::as_ref)
    }

    /// What the other readings have for each word of a stretch of the one that they are compared with.
    fn answers(&self, row: &SheetRow, column: usize, stretch: Span) -> Vec<(usize, Span)> {
        let (Some(event), Some(article)) = (self.sheet.events.get(self.view.event), self.article_in(column)) else {
            return Vec::new();
        };
        let words = words_in(article, stretch);
        let of_word = |word: &Span| answers_to_word(event, row, column, *word, &self.sheet.articles);
        let answers = words.iter().flat_map(of_word);
        answers.flat_map(|(other, spans)| spans.into_iter().map(move |span| (other, span))).collect()
    }

    /// True where the reading of a column is the statement itself, or the fullest quotation of it.
    fn is_original(&self, column: usize, row: &SheetRow) -> bool {
        let event = self.sheet.events.get(self.view.event);
        let member = event.and_then(|event| event.members.get(column));
        let article = member.and_then(|&member| self.sheet.articles.get(member));
        let article = article.and_then(|article| self.document.project().article(article.witness.key));
        row.base.is_some() || article.is_some_and(|article| article.is_original)
    }

    /// Lights up what every outlet has for one word of the original statement.
    fn ask_original(&mut self, anchor: Anchor, column: usize, at: usize) {
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let Some(row) = event.rows.iter().find(|other| other.anchor == anchor) else { return };
        let member = event.members.get(column).and_then(|&member| self.sheet.articles.get(member));
        let Some(article) = member else { return };
        let tokens = &article.segmented.tokens;
        let token = tokens.get(tokens.partition_point(|token| token.span.end <= at));
        let Some(word) = token.map(|token| token.span).filter(|word| word.contains(at)) else { return };
        let mut places = vec![(column, word)];
        for (other, spans) in answers_to_word(event, row, column, word, &self.sheet.articles) {
            places.extend(spans.into_iter().map(|span| (other, span)));
        }
        let lit = Some((anchor, places));
        self.view.lit = if self.view.lit == lit { None } else { lit };
    }

    /// Lights up the variants of the next differing words of the current cell, or of those before.
    pub(super) fn step_word(&mut self, step: isize) {
        let (Some(anchor), Some(column)) = (self.view.selection.current, self.view.selection.column) else { return };
        let Some(cell) = self.row_of(anchor).and_then(|row| row.cells.get(column)?.as_ref()) else { return };
        let words: Vec<usize> = cell
            .runs
            .iter()
            .filter(|run| run.kind != RunKind::Shared && !run.mates.is_empty())
            .map(|run| run.span.start)
            .collect();
        let number = words.len() as isize;
        if number == 0 {
            self.toasts.note(say!("no-variants"));
            return;
        }
        let lit = self.view.lit.as_ref().filter(|(row, _)| *row == anchor);
        let here = lit.and_then(|(_, places)| places.iter().find(|place| place.0 == column)).map(|place| place.1.start);
        let at = here.and_then(|start| words.iter().position(|&word| word == start)).map(|at| at as isize);
        let next = at.map_or(if step > 0 { 0 } else { number - 1 }, |at| (at + step).rem_euclid(number));
        if let Some(&start) = words.get(next as usize) {
            self.view.lit = None;
            self.ask_word(anchor, column, start);
        }
    }

    /// Hides outlets, then marks, then both, then nothing.
    pub(super) fn next_class_mode(&mut self) {
        let (mode, words) = match self.view.class_mode {
            ClassMode::Off => (ClassMode::HideOutlets, say!("class-outlets")),
            ClassMode::HideOutlets => (ClassMode::HideMarks, say!("class-marks")),
            ClassMode::HideMarks => (ClassMode::HideBoth, say!("class-both")),
            ClassMode::HideBoth => (ClassMode::Off, say!("class-off")),
        };
        self.view.class_mode = mode;
        self.view.is_revealed = false;
        self.toasts.note(words);
    }
}

/// The words of a stretch, without the marks between them.
fn words_in(article: &Prepared, stretch: Span) -> Vec<Span> {
    let tokens = article.segmented.tokens_in(stretch).iter();
    tokens.filter(|token| token.kind != TokenKind::Mark).map(|token| token.span).collect()
}

/// The word of a run in which a character stands, or the nearest behind it, or the last.
fn word_at(article: &Prepared, run: Span, at: usize) -> Option<Span> {
    let words = words_in(article, run);
    words.iter().find(|word| word.end > at).or(words.last()).copied()
}

/// The word of `mate` that stands where `word` does in `run`, where both have as many words; else all of it.
fn same_word(article: &Prepared, run: Span, word: Span, there: &Prepared, mate: Span) -> Span {
    let (mine, theirs) = (words_in(article, run), words_in(there, mate));
    let at = mine.iter().position(|other| *other == word).filter(|_| mine.len() == theirs.len());
    at.and_then(|at| theirs.get(at)).copied().unwrap_or(mate)
}

/// Each place once, the one asked about first; those that lie next to each other in a column are one.
fn side_by_side(places: Vec<(usize, Span)>) -> Vec<(usize, Span)> {
    let Some(&first) = places.first() else { return places };
    let mut ordered: Vec<(usize, Span)> = places;
    ordered.sort_unstable_by_key(|&(column, span)| (column, span.start, span.end));
    let mut found: Vec<(usize, Span)> = Vec::new();
    for (column, span) in ordered {
        match found.last_mut().filter(|(other, last)| *other == column && span.start <= last.end + 1) {
            Some((_, last)) => *last = last.join(span),
            None => found.push((column, span)),
        }
    }
    let asked = found.iter().position(|place| place.0 == first.0 && place.1.overlaps(first.1)).unwrap_or_default();
    found.swap(0, asked);
    found
}
