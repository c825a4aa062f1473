//! What a contrast says, as facts. Other languages have their own words for them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Voice;

/// How the reading that a contrast is told of differs from the others. As text it is an English sentence without
/// its full stop: `Quotation ends earlier`. Names no column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    QuotationStartsLater,
    QuotationEndsEarlier,
    /// So many words of the quotation are left.
    WordsLeft(usize),
    /// Words of the quotation are left out, and a mark says so.
    OmissionMarked,
    /// The quotation is in pieces, and the words between are not quoted.
    InPieces,
    FewerWordsQuoted,
    OtherWordsQuoted,
    Voices {
        here: Voice,
        elsewhere: Voice,
    },
    /// The reporting verbs.
    Verbs {
        here: String,
        elsewhere: String,
    },
    /// Words of force, in small letters: "must", "very".
    Force {
        here: String,
        elsewhere: String,
    },
    ForceOnlyHere(String),
    ForceOnlyElsewhere(String),
    Names {
        here: String,
        elsewhere: String,
    },
    Figures(Figured),
    Places {
        here: Place,
        elsewhere: Place,
    },
}

/// What a figure tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figured {
    Number,
    Sum,
    Share,
    Date,
    Day,
    Year,
    Time,
    Vote,
}

/// Where in its article a reading begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Headline,
    Paragraph {
        /// From 1.
        number: usize,
        of: usize,
    },
}

impl Note {
    /// The words of articles in it.
    pub fn source_words_mut(&mut self) -> Vec<&mut String> {
        match self {
            Self::Verbs { here, elsewhere } | Self::Force { here, elsewhere } | Self::Names { here, elsewhere } => {
                vec![here, elsewhere]
            }
            Self::ForceOnlyHere(words) | Self::ForceOnlyElsewhere(words) => vec![words],
            Self::QuotationStartsLater
            | Self::QuotationEndsEarlier
            | Self::WordsLeft(_)
            | Self::OmissionMarked
            | Self::InPieces
            | Self::FewerWordsQuoted
            | Self::OtherWordsQuoted
            | Self::Voices { .. }
            | Self::Figures(_)
            | Self::Places { .. } => Vec::new(),
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::QuotationStartsLater => f.write_str("Quotation starts later"),
            Self::QuotationEndsEarlier => f.write_str("Quotation ends earlier"),
            Self::WordsLeft(1) => f.write_str("Only one word of the quotation is kept"),
            Self::WordsLeft(2) => f.write_str("Only two words of the quotation are kept"),
            Self::WordsLeft(3) => f.write_str("Only three words of the quotation are kept"),
            Self::WordsLeft(more) => write!(f, "Only {more} words of the quotation are kept"),
            Self::OmissionMarked => f.write_str("Words left out, and a mark says so"),
            Self::InPieces => f.write_str("Quoted in pieces, without the words between"),
            Self::FewerWordsQuoted => f.write_str("Fewer words inside the marks"),
            Self::OtherWordsQuoted => f.write_str("Other words inside the marks"),
            Self::Voices { here, elsewhere } => {
                write!(f, "{} here, {} elsewhere", capitalized(in_words(*here)), in_words(*elsewhere))
            }
            Self::Verbs { here, elsewhere } => write!(f, "Reporting verb: {here} here, {elsewhere} elsewhere"),
            Self::Force { here, elsewhere } => write!(f, "{} here, {elsewhere} elsewhere", capitalized(here)),
            Self::ForceOnlyHere(words) => write!(f, "{} only here", capitalized(words)),
            Self::ForceOnlyElsewhere(words) => write!(f, "{} elsewhere, not here", capitalized(words)),
            Self::Names { here, elsewhere } => write!(f, "{here} here, {elsewhere} elsewhere"),
            Self::Figures(figured) => write!(f, "{} differs, check", figured.in_words()),
            Self::Places { here, elsewhere } => write!(f, "In {here} here, {elsewhere} elsewhere"),
        }
    }
}

impl Figured {
    const fn in_words(self) -> &'static str {
        match self {
            Self::Number => "Number",
            Self::Sum => "Sum",
            Self::Share => "Share",
            Self::Date => "Date",
            Self::Day => "Day",
            Self::Year => "Year",
            Self::Time => "Time",
            Self::Vote => "Vote",
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Headline => f.write_str("the headline"),
            Self::Paragraph { number, of } => write!(f, "paragraph {number} of {of}"),
        }
    }
}

const fn in_words(voice: Voice) -> &'static str {
    match voice {
        Voice::Quoted => "quoted",
        Voice::Partly => "partly quoted",
        Voice::Paraphrased => "paraphrased",
    }
}

fn capitalized(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
