//! The words of one event as numbers, with how much each one tells.

use std::collections::BTreeMap;

use crate::segment::{Token, TokenKind};

/// Words that say little by themselves, in their normal form.
const STOP_WORDS: &[&str] = &[
    "'d", "'ll", "'m", "'re", "'s", "'ve", "a", "about", "after", "again", "all", "also", "am", "an", "and", "any",
    "are", "as", "at", "be", "because", "been", "before", "being", "both", "but", "by", "can", "could", "did", "do",
    "does", "each", "for", "from", "had", "has", "have", "he", "her", "him", "his", "how", "i", "if", "in", "into",
    "is", "it", "its", "just", "may", "me", "might", "more", "most", "mr", "mrs", "ms", "much", "must", "my", "n't",
    "no", "not", "now", "of", "on", "only", "or", "other", "our", "out", "over", "own", "said", "say", "saying",
    "says", "shall", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "through", "to", "told", "too", "under", "up", "very", "was", "we", "were",
    "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "would", "you", "your",
];

/// Stems of words that tell how much or when, and nothing of what.
const MEASURES: &[&str] = &[
    "billion",
    "day",
    "dollar",
    "euro",
    "friday",
    "hour",
    "mile",
    "million",
    "minut",
    "monday",
    "month",
    "peopl",
    "percent",
    "pound",
    "saturday",
    "sunday",
    "thursday",
    "time",
    "today",
    "tuesday",
    "wednesday",
    "week",
    "year",
];

/// True for a word that carries little by itself.
pub(crate) fn is_stop_word(norm: &str) -> bool {
    STOP_WORDS.binary_search(&norm).is_ok()
}

/// Numbers of the stems of one event, and what each one weighs.
#[derive(Debug, Default)]
pub(super) struct Terms {
    ids: BTreeMap<String, u32>,
    /// Number of units that hold the term.
    pub(super) counts: Vec<u32>,
    /// Inverse document frequency, in nats.
    pub(super) weights: Vec<f32>,
}

impl Terms {
    /// The number of `stem`, a new one where it hasn't been met.
    pub(super) fn intern(&mut self, stem: &str) -> u32 {
        if let Some(&id) = self.ids.get(stem) {
            return id;
        }
        let id = self.counts.len() as u32;
        self.ids.insert(stem.to_owned(), id);
        self.counts.push(0);
        id
    }

    /// Weighs every term by the number of units, of `units`, that hold it.
    pub(super) fn weigh(&mut self, units: usize) {
        let all = units as f32 + 1.0;
        self.weights = self.counts.iter().map(|&count| (all / (count as f32 + 0.5)).ln().max(0.05)).collect();
    }

    /// True for a term that tells how much or when.
    pub(super) fn is_measure(&self, term: u32) -> bool {
        MEASURES.iter().any(|&stem| self.ids.get(stem) == Some(&term))
    }

    /// What a token weighs as a term; nothing for marks and stop words.
    pub(super) fn weight_of(&self, token: &Token) -> f32 {
        self.id_of(token).map_or(0.0, |id| self.weight(id))
    }

    /// The number of a token's term.
    pub(super) fn id_of(&self, token: &Token) -> Option<u32> {
        term_of(token).and_then(|term| self.ids.get(term)).copied()
    }

    pub(super) fn weight(&self, term: u32) -> f32 {
        self.weights.get(term as usize).copied().unwrap_or_default()
    }
}

/// The form under which a token meets others; `None` for marks and stop words.
pub(super) fn term_of(token: &Token) -> Option<&str> {
    match token.kind {
        TokenKind::Mark => None,
        TokenKind::Number => Some(&token.norm),
        TokenKind::Word => (!is_stop_word(&token.norm)).then_some(&token.stem),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn stop_words_are_sorted() {
        assert!(super::STOP_WORDS.is_sorted());
    }
}
