//! Plain text: decoded, line ends made one kind, nothing else changed.

use collation::{Text, Witness, clean};

use super::Article;
use super::byline;
use super::decode::Decoded;
use super::error::Fault;
use super::notice::IntakeNotice;

/// The article of a plain text.
pub(super) fn read(name: &str, decoded: Decoded) -> Result<Article, Fault> {
    let Decoded { text, encoding, guessed, broken } = decoded;
    let text = one_line_end(text);
    if text.trim().is_empty() {
        return Err(Fault::NoArticle("The file holds only white space".to_owned()));
    }
    let text = Text::new(text);
    let mut labelled = clean::label(&text);
    let lone = byline::lone(&text, &mut labelled.blocks, None);
    let notices = about_encoding(&encoding, guessed, broken).into_iter().collect();
    let mut meta = labelled.meta;
    if let Some(name) = lone.filter(|_| meta.byline.is_none()) {
        meta.byline = Some(name);
        meta.guessed.push("byline".to_owned());
    }
    if guessed {
        meta.guessed.push("encoding".to_owned());
    }
    let witness = Witness {
        path: name.to_owned(),
        format: "txt".to_owned(),
        encoding: Some(encoding),
        meta,
        text,
        blocks: labelled.blocks,
        ..Witness::default()
    };
    Ok(Article { witness, notices })
}

/// What the reader should know about how the bytes were read.
pub(super) fn about_encoding(encoding: &str, guessed: bool, broken: bool) -> Option<IntakeNotice> {
    let encoding = encoding.to_owned();
    match (guessed, broken) {
        (_, true) => Some(IntakeNotice::BrokenBytes { encoding }),
        (true, false) => Some(IntakeNotice::GuessedEncoding { encoding }),
        (false, false) => None,
    }
}

/// CRLF and CR become LF.
pub(super) fn one_line_end(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((line, after)) = rest.split_once('\r') {
        out.push_str(line);
        out.push('\n');
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_one_kind() {
        for (from, to) in [("a\r\nb\rc\nd\r\r\n", "a\nb\nc\nd\n\n"), ("", ""), ("\r", "\n"), ("no end", "no end")] {
            assert_eq!(one_line_end(from.to_owned()), to);
        }
    }
}
