//! Things a reader should know about a result that is usable all the same.

use serde::{Deserialize, Serialize};

use crate::witness::WitnessKey;

/// One sentence for the reader, about one article or about the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub article: Option<WitnessKey>,
    pub text: String,
}

impl Notice {
    pub fn new(text: impl Into<String>) -> Self {
        Self { article: None, text: text.into() }
    }

    pub fn about(article: WitnessKey, text: impl Into<String>) -> Self {
        Self { article: Some(article), text: text.into() }
    }
}
