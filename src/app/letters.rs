//! Tells the reader where no font on the computer has an article's letters. They are drawn as boxes then, and copied and
//! exported as what they are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use collation::WitnessKey;
use collation::prepare::Prepared;

use super::App;
use super::answers::Errand;
use crate::messages::names_in_brief;
use crate::say;
use crate::theme::fonts::serif;

/// Letters of an article that are looked at, and different ones among them that fonts are asked for; a script shows itself long before.
const LOOKED_AT: usize = 100_000;
const DIFFERENT: usize = 400;

/// What has been looked at and said.
#[derive(Debug, Default)]
pub struct Letters {
    articles: BTreeSet<WitnessKey>,
    /// Whether some font has a letter.
    known: BTreeMap<char, bool>,
    said: BTreeSet<&'static str>,
}

impl Letters {
    /// Another document gives its articles the same keys.
    pub fn forget(&mut self) {
        self.articles.clear();
    }
}

/// The unusual letters of articles that were new in the table.
#[derive(Debug)]
pub struct Unusual {
    articles: Vec<(Arc<Prepared>, BTreeSet<char>)>,
}

impl App {
    /// Has the articles that are new in the table looked through, off the paint thread.
    pub(super) fn look_for_fonts(&mut self, ctx: &egui::Context) {
        let new = self.sheet.articles.iter().filter(|article| self.letters.articles.insert(article.witness.key));
        let new: Vec<Arc<Prepared>> = new.cloned().collect();
        if new.is_empty() {
            return;
        }
        self.errands.send(ctx, "letters", move || {
            let looked = new.into_iter().map(|article| {
                let letters = unusual_letters(article.witness.text.as_str());
                (article, letters)
            });
            Errand::Letters(Unusual { articles: looked.filter(|(_, letters)| !letters.is_empty()).collect() })
        });
    }

    /// Tells which of the letters that were found no font has.
    pub(super) fn take_letters(&mut self, ctx: &egui::Context, found: Unusual) {
        let (mut missing, mut whose) = (BTreeSet::new(), Vec::new());
        for (article, letters) in found.articles {
            let scripts = self.letters.without_font(ctx, letters);
            if !scripts.is_empty() {
                whose.push(article.witness.name().to_owned());
                missing.extend(scripts);
            }
        }
        if missing.is_empty() {
            return;
        }
        self.letters.said.extend(&missing);
        let scripts: Vec<String> = missing.into_iter().map(str::to_owned).collect();
        self.toasts.problem(say!(
            "letters-without-font",
            letters = names_in_brief(&scripts, 6),
            articles = names_in_brief(&whose, 3)
        ));
    }
}

impl Letters {
    /// The scripts of those letters that no font has, but for those that were said. One letter of each is enough:
    /// to find that there is none takes a search of the system's fonts.
    fn without_font(&mut self, ctx: &egui::Context, letters: BTreeSet<char>) -> BTreeSet<&'static str> {
        let font = serif(14.0);
        let mut scripts = BTreeSet::new();
        for letter in letters {
            let script = script_of(letter);
            if self.said.contains(script) || scripts.contains(script) {
                continue;
            }
            let known = self.known.entry(letter);
            if !*known.or_insert_with(|| ctx.fonts_mut(|fonts| fonts.has_glyph(&font, letter))) {
                scripts.insert(script);
            }
        }
        scripts
    }
}

/// Different letters of `text` beyond those of Western Europe.
fn unusual_letters(text: &str) -> BTreeSet<char> {
    let unusual = |letter: &char| *letter > '\u{24f}' && !letter.is_whitespace() && !is_unseen(*letter);
    let mut letters: BTreeSet<char> = BTreeSet::new();
    for letter in text.chars().take(LOOKED_AT).filter(unusual) {
        letters.insert(letter);
        if letters.len() == DIFFERENT {
            break;
        }
    }
    letters
}

/// Characters that change others or nothing and are never drawn by themselves.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}')
}

/// What a reader calls the letters that a character is one of.
fn script_of(letter: char) -> &'static str {
    match letter {
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => say!("letters-greek"),
        '\u{400}'..='\u{52f}' => say!("letters-cyrillic"),
        '\u{530}'..='\u{58f}' => say!("letters-armenian"),
        '\u{590}'..='\u{5ff}' => say!("letters-hebrew"),
        '\u{600}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
            say!("letters-arabic")
        }
        '\u{900}'..='\u{97f}' => say!("letters-devanagari"),
        '\u{980}'..='\u{9ff}' => say!("letters-bengali"),
        '\u{a00}'..='\u{dff}' => say!("letters-southern-india"),
        '\u{e00}'..='\u{e7f}' => say!("letters-thai"),
        '\u{e80}'..='\u{eff}' => say!("letters-lao"),
        '\u{1000}'..='\u{109f}' => say!("letters-burmese"),
        '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}' | '\u{2d00}'..='\u{2d2f}' => say!("letters-georgian"),
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}' => say!("letters-korean"),
        '\u{1200}'..='\u{139f}' => say!("letters-ethiopic"),
        '\u{1780}'..='\u{17ff}' => say!("letters-khmer"),
        '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => say!("letters-japanese"),
        '\u{2e80}'..='\u{303f}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{323af}' => say!("letters-chinese"),
        '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' => say!("letters-symbols"),
        _ => say!("letters-some"),
    }
}
