//! The window of Parallax: a library with a thin program on top, so that tests drive all of it.
//!
//! `app` owns the state; `panels` paint it and return intents; `command` names everything the
//! reader can do; `theme` holds every colour and size. The engine and the document live in the
//! crates below and know nothing of this one.

pub mod app;
pub mod clipboard;
pub mod command;
pub mod finding;
pub mod icons;
pub mod ledger;
pub mod marks;
pub mod messages;
pub mod method;
mod paint;
pub mod panels;
pub mod picker;
mod shorten;
pub mod terms;
pub mod theme;
pub mod toasts;
pub mod view;
mod widgets;
