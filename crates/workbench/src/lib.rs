//! The document, its undo, reading of files, the project store, settings and the background worker
//! of Parallax. Knows no window.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)
)]

pub mod agreement;
pub mod changes;
pub mod export;
pub mod history;
pub mod intake;
pub mod languages;
pub mod model;
pub mod project;
pub mod recent;
pub mod settings;
pub mod store;
pub mod watch;
pub mod worker;
