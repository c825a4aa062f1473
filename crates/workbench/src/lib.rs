//! The document, its undo, reading of files, the project store, settings and the background worker
//! of Parallax. Knows no window.

pub mod intake;
