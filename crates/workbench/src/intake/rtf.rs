//! Rich text (RTF): control words, Unicode and code-page characters, paragraphs. Destinations that
//! hold no text of the document (fonts, pictures, headers, field codes, notes) are left out.

use std::collections::BTreeMap;

use collation::Role;
use encoding_rs::Encoding;

use super::draft::Draft;
use super::error::Fault;

/// The paragraphs of the document, before its text is labelled.
pub(super) fn draft(bytes: &[u8]) -> Result<Draft, Fault> {
    let mut writer = Writer::default();
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = match byte {
            b'{' => {
                writer.open()?;
                after
            }
            b'}' => {
                writer.close();
                after
            }
            b'\\' => writer.control(after),
            b'\r' | b'\n' => after,
            _ => {
                writer.byte(byte);
                after
            }
        };
    }
    writer.paragraph();
    if writer.draft.is_empty() {
        return Err(Fault::NoArticle("This RTF file holds no text".to_owned()));
    }
    Ok(writer.draft)
}

/// Deepest nesting of groups.
const DEEPEST: usize = 4_000;

/// What a group changes and its end restores.
#[derive(Clone, Copy, Debug)]
struct Group {
    skipped: bool,
    in_fonts: bool,
    hidden: bool,
    /// Characters that follow a `\u` for readers without Unicode.
    stand_ins: u8,
    font: i32,
}

struct Writer {
    draft: Draft,
    stack: Vec<Group>,
    now: Group,
    text: String,
    pending: Vec<u8>,
    /// A high surrogate that waits for its other half.
    high: Option<u16>,
    to_pass: u8,
    page: &'static Encoding,
    fonts: BTreeMap<i32, &'static Encoding>,
    open_font: i32,
    level: Option<u8>,
    is_item: bool,
    has_headline: bool,
    starts_group: bool,
}

impl Default for Writer {
    fn default() -> Self {
        let now = Group { skipped: false, in_fonts: false, hidden: false, stand_ins: 1, font: -1 };
        Self {
            draft: Draft::default(),
            stack: Vec::new(),
            now,
            text: String::new(),
            pending: Vec::new(),
            high: None,
            to_pass: 0,
            page: encoding_rs::WINDOWS_1252,
            fonts: BTreeMap::new(),
            open_font: -1,
            level: None,
            is_item: false,
            has_headline: false,
            starts_group: false,
        }
    }
}

impl Writer {
    fn open(&mut self) -> Result<(), Fault> {
        if self.stack.len() >= DEEPEST {
            return Err(Fault::Damaged(format!("its groups are nested more than {DEEPEST} deep")));
        }
        self.decode_pending();
        self.stack.push(self.now);
        self.starts_group = true;
        Ok(())
    }

    fn close(&mut self) {
        self.decode_pending();
        self.now = self.stack.pop().unwrap_or(self.now);
        self.to_pass = 0;
    }

    /// Reads the control after a backslash; returns what follows it.
    fn control<'a>(&mut self, after: &'a [u8]) -> &'a [u8] {
        let Some((&first, rest)) = after.split_first() else { return after };
        let at_start = std::mem::take(&mut self.starts_group);
        if !first.is_ascii_alphabetic() {
            return self.symbol(first, rest, at_start);
        }
        let letters = after.iter().take_while(|byte| byte.is_ascii_alphabetic()).count().min(40);
        let (word, rest) = after.split_at(letters);
        let signs = usize::from(rest.first() == Some(&b'-'));
        let digits = rest.iter().skip(signs).take_while(|byte| byte.is_ascii_digit()).count();
        let (number, rest) = rest.split_at((signs + digits).min(rest.len()));
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse::<i64>().ok());
        let rest = rest.strip_prefix(b" ").unwrap_or(rest);
        let word = std::str::from_utf8(word).unwrap_or_default();
        if word == "bin" {
            let count = number.and_then(|count| usize::try_from(count).ok()).unwrap_or(0);
            return rest.get(count..).unwrap_or_default();
        }
        self.word(word, number);
        rest
    }

    fn symbol<'a>(&mut self, symbol: u8, rest: &'a [u8], at_start: bool) -> &'a [u8] {
        match symbol {
            b'\'' => {
                let digits = rest.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
                let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) else { return rest };
                self.byte(byte);
                return rest.get(2..).unwrap_or_default();
            }
            b'*' if at_start => self.now.skipped = true,
            b'\\' | b'{' | b'}' => self.byte(symbol),
            b'~' => self.push('\u{a0}'),
            b'_' => self.push('\u{2011}'),
            b'\n' | b'\r' => self.paragraph(),
            _ => {}
        }
        rest
    }

    fn word(&mut self, word: &str, number: Option<i64>) {
        let is_on = number != Some(0);
        match word {
            "par" | "sect" | "page" | "cell" | "row" | "nestcell" | "nestrow" => self.paragraph(),
            "line" => self.push('\n'),
            "tab" => self.push('\t'),
            "emdash" => self.push('—'),
            "endash" => self.push('–'),
            "lquote" => self.push('‘'),
            "rquote" => self.push('’'),
            "ldblquote" => self.push('“'),
            "rdblquote" => self.push('”'),
            "bullet" => self.push('•'),
            "emspace" | "enspace" | "qmspace" => self.push(' '),
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => self.now.stand_ins = number.and_then(|count| u8::try_from(count).ok()).unwrap_or(1),
            "pard" => (self.level, self.is_item) = (None, false),
            "outlinelevel" => self.level = number.and_then(|level| u8::try_from(level).ok()).filter(|level| *level < 9),
            "ls" => self.is_item = true,
            "v" | "deleted" => {
                self.decode_pending();
                self.now.hidden = is_on;
            }
            "plain" => {
                self.decode_pending();
                self.now.hidden = false;
            }
            "ansicpg" => self.page = number.and_then(code_page).unwrap_or(self.page),
            "mac" => self.page = encoding_rs::MACINTOSH,
            "fonttbl" => (self.now.in_fonts, self.now.skipped) = (true, true),
            "f" if self.now.in_fonts => self.open_font = number.unwrap_or(0) as i32,
            "fcharset" if self.now.in_fonts => {
                if let Some(page) = number.and_then(charset) {
                    self.fonts.insert(self.open_font, page);
                }
            }
            "f" => {
                self.decode_pending();
                self.now.font = number.unwrap_or(0) as i32;
            }
            "listtext" | "pntext" => (self.now.skipped, self.is_item) = (true, true),
            "colortbl" | "stylesheet" | "info" | "pict" | "object" | "header" | "headerl" | "headerr" | "headerf"
            | "footer" | "footerl" | "footerr" | "footerf" | "footnote" | "annotation" | "fldinst" | "listtable"
            | "listoverridetable" | "themedata" | "datastore" | "xmlnstbl" | "generator" | "rsidtbl"
            | "latentstyles" | "filetbl" | "revtbl" | "nonshppict" | "private" | "xe" | "tc" | "bkmkstart"
            | "bkmkend" | "template" | "passwordhash" => self.now.skipped = true,
            // Inside a skipped `\*` group the text of a shape is the document's.
            "shptxt" => self.now.skipped = false,
            _ => {}
        }
    }

    fn unicode(&mut self, number: i64) {
        let unit = (number & 0xffff) as u16;
        let c = match (self.high.take(), unit) {
            (None, 0xd800..=0xdbff) => {
                self.decode_pending();
                self.high = Some(unit);
                None
            }
            (Some(high), 0xdc00..=0xdfff) => char::decode_utf16([high, unit]).next().and_then(Result::ok),
            _ => char::from_u32(u32::from(unit)),
        };
        if let Some(c) = c {
            self.push(c);
        }
        self.to_pass = self.now.stand_ins;
    }

    fn byte(&mut self, byte: u8) {
        self.starts_group = false;
        if self.to_pass > 0 {
            self.to_pass -= 1;
        } else if !self.now.skipped && !self.now.hidden {
            self.pending.push(byte);
        }
    }

    fn push(&mut self, c: char) {
        self.decode_pending();
        if !self.now.skipped && !self.now.hidden {
            self.text.push(c);
        }
    }

    fn decode_pending(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let page = self.fonts.get(&self.now.font).copied().unwrap_or(self.page);
        let (text, _) = page.decode_without_bom_handling(&self.pending);
        self.text.push_str(&text);
        self.pending.clear();
    }

    fn paragraph(&mut self) {
        self.decode_pending();
        if self.now.skipped {
            return;
        }
        let text = std::mem::take(&mut self.text);
        let is_headline =
            self.level == Some(0) && !self.has_headline && self.draft.body_chars() == 0 && !text.trim().is_empty();
        self.has_headline |= is_headline;
        let role = match self.level {
            Some(_) if is_headline => Role::Headline,
            Some(_) => Role::Subheading,
            None if self.is_item => Role::List,
            None => Role::Body,
        };
        self.draft.push_lines(role, &text);
    }
}

fn code_page(number: i64) -> Option<&'static Encoding> {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 => "macintosh".to_owned(),
        65_001 => "utf-8".to_owned(),
        866 => "ibm866".to_owned(),
        874 => "windows-874".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes())
}

fn charset(number: i64) -> Option<&'static Encoding> {
    let page = match number {
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    code_page(page)
}
