//! The sheet written down: JSON, plain text, Markdown, HTML, TSV. Built from the sheet only.

pub mod json;
