//! The whole window driven by accessible name, without display or GPU. One file a subject; with the
//! feature `snapshots` a few pictures are compared as well.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod corrections;
mod desk;
mod dialogs;
mod dragging;
mod files;
mod harness;
mod hostile;
mod keyboard;
mod looking;
mod many;
mod modals;
mod opening;
mod readers;
mod settings;
#[cfg(feature = "snapshots")]
mod snapshots;
mod starting;
