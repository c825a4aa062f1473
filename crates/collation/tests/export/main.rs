//! What leaves Parallax, read back: a small comparison written by hand goes through every writer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod clip;
mod reports;
mod sample;
mod tables;
