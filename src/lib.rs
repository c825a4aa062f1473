//! The window of Parallax.
