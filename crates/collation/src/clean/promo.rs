//! Lines in which an outlet sells or speaks of itself: offers, calls to follow, the imprint.
//!
//! Judges by several signs at once, for news tells of prices and of papers too.

use super::outlet;

/// Longest line, in characters, that is taken for an offer.
const LONGEST: usize = 180;

/// Sentences that ask the reader to buy, folded.
const CALLS: &str = "order now|order today|subscribe now|subscribe today|subscribe here|sign up now|sign up today|try it now|\
     try it free|try now|start now|start your trial|start your free trial|buy now|join now|join today|get started|\
     claim offer|claim your offer|see all offers|see offers|view offer|learn more|get the app|jetzt bestellen|jetzt testen|\
     jetzt abonnieren|jetzt kaufen|jetzt sichern|zum angebot|mehr erfahren|s'abonner|je m'abonne|abonnez-vous|\
     suscríbete|suscríbase|abbonati|abbonati ora|abonneer nu|bestel nu|word abonnee";
/// Units of the time that an offer runs.
const PERIODS: &str =
    "days|weeks|months|issues|tage|wochen|monate|ausgaben|semaines|mois|semanas|meses|settimane|mesi|weken|maanden";
/// What is sold.
const GOODS: &str = "all articles|every article|unlimited articles|full access|digital access|unlimited access|free trial|\
     subscription|our newsletter|puzzles|crossword|e-paper|epaper|alle artikel|abonnement|tous les articles|\
     todos los artículos|tutti gli articoli|alle artikelen";
/// Signs of a price.
const PRICES: &str = "for one|for just|for only|for free|per month|per week|a month|a week|für nur|für einen|pro monat|im monat|par mois|al mes|al mese|per maand";

/// Why the line is no part of the article, where that is plain from the line alone. `folded` is as
/// [`super::clutter::fold`] makes it.
pub(super) fn reason(text: &str, folded: &str, chars: usize) -> Option<&'static str> {
    if chars > LONGEST || text.contains(['"', '“', '„', '«']) {
        return None;
    }
    let has = |list: &str| list.split('|').any(|words| holds(folded, words));
    let mut sentences = text.split(['.', '!', '?', '·', '|', '\n']).map(super::clutter::fold);
    let calls = sentences.any(|sentence| CALLS.split('|').any(|call| call == sentence));
    let mut words = folded.split(' ');
    let runs = words.next().is_some_and(is_number)
        && words.next().is_some_and(|word| PERIODS.split('|').any(|unit| unit == word));
    let priced = has(PRICES) || folded.contains(['€', '$', '£']);
    if calls && folded.split(' ').count() <= 4
        || [calls, runs && priced, has(GOODS)].iter().filter(|&&sign| sign).count() >= 2
    {
        return Some("advertisement");
    }
    let follows = folded.starts_with("follow ") && folded.split(' ').count() <= 12;
    let everywhere =
        ["on all channels", "on all our channels", "on our channels", "on social media", "on all platforms"];
    (follows && everywhere.iter().any(|end| folded.ends_with(end))).then_some("prompt to follow")
}

/// True for what stands below an article of the outlet itself: how often it comes out, who owns it,
/// who may print it again.
pub(super) fn is_imprint(line: &str) -> bool {
    if line.chars().count() > LONGEST || line.contains(['"', '“', '„', '«']) {
        return false;
    }
    let told = |verb: &str| {
        let Some((name, rest)) = line.split_once(verb) else { return false };
        let how = ["every ", "daily", "weekly", "monthly", "twice ", "by ", "on "];
        outlet::alone(name).is_some() && how.iter().any(|how| rest.starts_with(how))
    };
    told(" is published ") || told(" is a publication ") || told(" is owned ")
}

/// True where `words` stands in `folded` as whole words.
fn holds(folded: &str, words: &str) -> bool {
    folded.match_indices(words).any(|(at, _)| {
        let before = folded.get(..at).unwrap_or_default();
        let after = folded.get(at + words.len()..).unwrap_or_default();
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

fn is_number(word: &str) -> bool {
    const WORDS: &str = "one two three four five six seven eight nine ten twelve ein eine einen zwei drei vier sechs zwölf \
         un une deux trois dos tres due tre twee drie";
    word.chars().all(|c| c.is_ascii_digit()) || WORDS.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::super::clutter::{fold, reason as clutter_reason};
    use super::*;

    #[test]
    fn offers_are_told_from_news_of_prices() {
        for (line, expected) in [
            (
                "Six weeks of the Gazette for one pound. All articles, all crosswords. Subscribe now",
                Some("advertisement"),
            ),
            ("Order now", Some("advertisement")),
            ("3 months of digital access for just $2 a month", Some("advertisement")),
            ("Vier Wochen für einen Euro: alle Artikel. Jetzt testen", Some("advertisement")),
            ("Follow Harbour24 on all channels", Some("prompt to follow")),
            ("Four weeks of talks for one euro more an hour ended in nothing.", None),
            ("Twelve months of repairs for 3 million euros lie ahead, the city said.", None),
            ("The subscription costs 31 euros a month for pupils.", None),
            ("“Order now,” the poster said.", None),
            ("Follow the debate on social media, the minister asked, and you will see.", None),
            ("Order now reigns in the harbour", None),
        ] {
            assert_eq!(
                clutter_reason(line).filter(|_| reason(line, &fold(line), line.chars().count()).is_some()),
                expected,
                "{line}"
            );
            assert_eq!(reason(line, &fold(line), line.chars().count()), expected, "{line}");
        }
    }

    #[test]
    fn an_imprint_speaks_of_the_outlet() {
        assert!(is_imprint("The Harbour Review is published every Friday by the League of Pilots."));
        assert!(is_imprint("The Daily Gull is owned by its readers."));
        assert!(!is_imprint("The report is published every year by the ministry."));
        assert!(!is_imprint("The Daily Gull was sold to its readers on Monday."));
    }
}
