//! The whole window driven by accessible name, without display or GPU. One program, because linking
//! the window takes longer than most of its tests; each file has one subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod desk;
mod settings;
mod support;
