//! The whole window driven by accessible name, without display or GPU. One file a subject; with the
//! feature `snapshots` a few pictures are compared as well.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod by_hand;
mod closing;
mod clutter;
mod corrections;
mod coverage;
mod coverage_small;
mod desk;
mod dialogs;
mod dragging;
mod elsewhere;
mod evenness;
mod exporting;
mod files;
mod finding;
mod fitting;
mod harness;
mod holding;
mod hostile;
mod inspector;
mod keyboard;
mod language;
mod looking;
mod many;
mod menus;
mod messages;
mod modals;
mod opening;
mod passages;
mod pasting;
mod projects;
mod readers;
mod reading;
mod settings;
mod small;
#[cfg(feature = "snapshots")]
mod snapshots;
mod starting;
mod strangers;
mod tips;
