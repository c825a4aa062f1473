//! How likely two passages report the same statement, and why.
