//! The lines that a page shows, in the order of its source, each with the role that its element
//! gives it. Knows no metadata and judges nothing: which lines are the article is for the readers.

use collation::Role;
use trafilatura::dom::{Document, NodeId};

/// A paragraph of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub text: String,
    pub role: Role,
    /// Level of the heading, 0 for other lines.
    pub heading: u8,
    /// Number of the element that holds the line's own: paragraphs of one story share it.
    pub holder: usize,
    /// True where nearly all of it is a link.
    pub is_link: bool,
}

/// Deepest nesting that is followed. Text below it is read without its structure.
pub(super) const DEEPEST: usize = 800;

/// How deep the elements of `document` are nested.
pub(super) fn depth(document: &Document) -> usize {
    let mut open = vec![(document.root(), 0)];
    let mut deepest = 0;
    while let Some((id, depth)) = open.pop() {
        deepest = deepest.max(depth);
        open.extend(document.children(id).into_iter().map(|child| (child, depth + 1)));
    }
    deepest
}

/// All lines of `document`.
pub(super) fn lines(document: &Document) -> Vec<Line> {
    lines_below(document, document.body().unwrap_or_else(|| document.root()))
}

/// The lines below one element of `document`.
pub(super) fn lines_below(document: &Document, id: NodeId) -> Vec<Line> {
    let mut writer = Writer::default();
    writer.node(document, id, Place::default(), 0);
    writer.flush(Place::default());
    writer.lines
}

/// The lines of a piece of HTML.
pub(super) fn lines_of(html: &str) -> Vec<Line> {
    lines(&Document::parse(html))
}

/// What surrounds a node.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    heading: u8,
    in_quote: bool,
    in_list: bool,
    in_caption: bool,
    in_link: bool,
    preformatted: bool,
    /// The innermost block, and the block around that, by number.
    block: usize,
    holder: usize,
}

impl Place {
    fn role(self) -> Role {
        if self.in_caption {
            Role::Caption
        } else if self.heading > 0 {
            Role::Subheading
        } else if self.in_quote {
            Role::Quote
        } else if self.in_list {
            Role::List
        } else {
            Role::Body
        }
    }
}

#[derive(Default)]
struct Writer {
    lines: Vec<Line>,
    open: String,
    /// Line breaks since the last character.
    breaks: usize,
    /// Characters of the open line that are in links.
    linked: usize,
    blocks: usize,
}

impl Writer {
    fn node(&mut self, document: &Document, id: NodeId, place: Place, depth: usize) {
        if document.is_text(id) {
            self.text(&document.outer_html(id), place);
            return;
        }
        let tag = document.tag_name(id);
        if depth > DEEPEST {
            self.text_below(document, id, place);
            return;
        }
        if is_unseen(tag) || !is_block(tag) && is_hidden(document, id) {
            return;
        }
        if tag == "br" {
            self.line_break(place);
            return;
        }
        let is_block = is_block(tag);
        if is_block {
            self.flush(place);
            self.blocks += 1;
        }
        let inner = Place {
            block: if is_block { self.blocks } else { place.block },
            holder: if is_block { place.block } else { place.holder },
            in_link: place.in_link || tag == "a",
            heading: match tag {
                "h1" => 1,
                "h2" => 2,
                "h3" => 3,
                "h4" => 4,
                "h5" | "h6" => 5,
                _ => place.heading,
            },
            in_quote: place.in_quote || tag == "blockquote",
            in_list: place.in_list || tag == "li",
            in_caption: place.in_caption || tag == "figcaption",
            preformatted: place.preformatted || matches!(tag, "pre" | "listing" | "plaintext"),
        };
        for child in document.child_nodes(id) {
            self.node(document, child, inner, depth + 1);
        }
        if is_block {
            self.flush(inner);
        }
    }

    /// All text below `id` in one line, without recursion.
    fn text_below(&mut self, document: &Document, id: NodeId, place: Place) {
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if document.is_text(id) {
                self.text(&document.outer_html(id), place);
            } else if !is_unseen(document.tag_name(id)) {
                open.extend(document.child_nodes(id).into_iter().rev());
            }
        }
    }

    fn text(&mut self, text: &str, place: Place) {
        for c in text.chars() {
            match c {
                // Marks for the typesetter that would part words for the matcher.
                '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' => {}
                '\n' if place.preformatted => self.line_break(place),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    if !self.open.is_empty() && !self.open.ends_with([' ', '\n']) {
                        self.open.push(' ');
                    }
                }
                c => {
                    self.breaks = 0;
                    self.linked += usize::from(place.in_link);
                    self.open.push(c);
                }
            }
        }
    }

    /// Two breaks end a paragraph, and so does one after a finished sentence of some length.
    fn line_break(&mut self, place: Place) {
        self.breaks += 1;
        let so_far = self.open.trim_end();
        let is_finished = so_far.ends_with(['.', '!', '?', '”', '"', '»', '…']) && so_far.len() > 80;
        if self.breaks > 1 || is_finished {
            self.flush(place);
            self.breaks = 2;
        } else if !so_far.is_empty() {
            let end = so_far.len();
            self.open.truncate(end);
            self.open.push('\n');
        }
    }

    fn flush(&mut self, place: Place) {
        let text = self.open.trim();
        if !text.is_empty() {
            let chars = text.chars().filter(|c| !c.is_whitespace()).count();
            self.lines.push(Line {
                text: text.to_owned(),
                role: place.role(),
                heading: place.heading,
                holder: place.holder,
                is_link: self.linked * 10 >= chars * 9,
            });
        }
        self.linked = 0;
        self.open.clear();
        self.breaks = 0;
    }
}

/// Elements that show no text of their own.
fn is_unseen(tag: &str) -> bool {
    matches!(
        tag,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "embed"
            | "video"
            | "audio"
            | "canvas"
            | "select"
            | "option"
            | "textarea"
            | "input"
            | "button"
            | "datalist"
            | "head"
            | "title"
            | "meta"
            | "link"
            | "map"
            | "frameset"
    )
}

/// Pieces of a line that a browser shows on a wish only: tips, cards of persons, words for screen readers.
/// Blocks are not asked: saved pages hide articles behind walls that fall away with the styles.
fn is_hidden(document: &Document, id: NodeId) -> bool {
    const CLASSES: &[&str] = &[
        "tooltip",
        "popover",
        "rollover",
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "screen-reader",
        "hovercard",
    ];
    let class = document.class_name(id).to_lowercase();
    let says_hidden = CLASSES.iter().any(|hidden| class.contains(hidden)) && !document.child_nodes(id).is_empty();
    let is_card = says_hidden
        && (class.contains("block")
            || class.contains("content")
            || class.contains("card")
            || !class.contains("rollover") && !class.contains("tooltip"));
    is_card || document.get_attribute(id, "style").is_some_and(|style| style.replace(' ', "").contains("display:none"))
}

fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "caption"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_order_role_and_spacing() {
        let html = "<html><head><title>Not shown</title></head><body><h1>The  title</h1><p>One <b>bold</b>\n word.<script>x()</script>\
                    <p>First<br>second<br><br>third<ul><li>point<li><p>other</ul><blockquote><p>Said.</blockquote>\
                    <figure><img><figcaption>A hall</figcaption></figure>loose so\u{ad}ft";
        let found: Vec<(Role, String)> = lines_of(html).into_iter().map(|line| (line.role, line.text)).collect();
        let expected = [
            (Role::Subheading, "The title"),
            (Role::Body, "One bold word."),
            (Role::Body, "First\nsecond"),
            (Role::Body, "third"),
            (Role::List, "point"),
            (Role::List, "other"),
            (Role::Quote, "Said."),
            (Role::Caption, "A hall"),
            (Role::Body, "loose soft"),
        ];
        assert_eq!(found, expected.map(|(role, text)| (role, text.to_owned())));
    }
}
