use proptest::prelude::*;

use super::TokenKind::{Mark, Number, Word};
use super::*;

fn passages(string: &str, language: &str) -> Vec<String> {
    let text = Text::new(string);
    let segmented = segment(&text, &[], Some(language));
    segmented.passages.iter().map(|passage| text.slice(passage.span).to_owned()).collect()
}

/// `|` marks where a passage ends.
#[test]
fn passages_end_where_sentences_end() {
    for case in [
        "The bridge at Orla is closed.| It reopens in May.",
        "Mr. Brandt told Gen. Ada K. Voss that the U.S. would stay.| The U.S. Navy did not answer.",
        "She moved to Lund, N.D.| He stayed in St. Ives.",
        "The firm, Hale & Sons Inc., lost $2.5 million.| Its rival Marsh Corp. did not.",
        "They met at 7 p.m. on Monday.| Talks go on at 8 a.m. Tuesday in Bergen.",
        "It was signed on Feb. 3, 2019.| Clause No. 7 was left out.",
        "“Why should we?” Ms. Vale asked.| “It is a farce!” she added.| “Enough.”",
        "“We will wait … and we will see,” he said.| “We have time…”| He then sat down.",
        "“The ferry stays.| Nobody will be sent away.| We promise that,” the mayor said.",
        "“Is it over?” “No,” she replied.| The hall emptied.",
        "He called it “a farce.”| Asked again, he left.",
        "She said that “all … is the choice of the board.”| [...] She also blamed the weather.",
        "`The port needs no advice,` Ms. Vale said, adding that others had tried.| According to her, it is late.",
        "We make a good team, you and I.| Did you meet Albert I. Roth?",
        "Visit https://example.org/news.html for more.| Follow @harbour.",
        "The ferry sank.|The crew was saved.",
        "I never meant that....| She left.",
        "The ship (incl. crew) sails at 40 km.| It is slow.",
        "He works at Yahoo! News in Oslo.| She does not.",
        "1. The first point.",
        "桥已关闭。|五月重新开放！|真的？",
        "पुल बंद है।| वह मई में खुलेगा।",
        "* * *",
    ] {
        check_passages("en", case);
    }
}

fn check_passages(language: &str, case: &str) {
    let whole: String = case.split('|').collect();
    let want: Vec<&str> = case.split('|').map(str::trim).filter(|part| part.contains(char::is_alphanumeric)).collect();
    assert_eq!(passages(&whole, language), want, "{language}");
}

#[test]
fn abbreviations_and_ordinals_end_no_sentence_in_other_languages() {
    for (language, case) in [
        (
            "de",
            "Die Fähre fährt vom 1. Mai an.| Am 3. März war sie gestrandet.| Das Dock ist 40.| Die Werft ist älter.",
        ),
        ("de", "Seit dem 2. Weltkrieg steht der Kran.| Er stammt aus dem 19. Jahrhundert.| Er hat Nr. 5."),
        ("de", "Manche, z. B. Fischer, zahlen ca. 30 Euro bzw. 40 Franken.| Dr. Hahn zahlt nichts."),
        ("de", "Der Umbau kostet 3 Mio. Euro.| Die Werft zahlt 2 Mio.| Die Stadt zahlt den Rest."),
        ("de", "Sie siegten mit 41 zu 32.| Bürgermeister Thun jubelte.| „Es war Zeit“, sagte er."),
        ("de", "Am Montag, 3. August, u. a. wegen Sturms.| König Johann XIV. Reger kam am 12. 8. 2024."),
        ("fr", "Selon M. Le Bihan et Mme. Roux, c'est tard.| Les gens.| Ils attendent."),
        ("es", "La Sra. Vidal y el Dr. Mora viven en EE. UU. desde 2001.| Tienen el núm. 5."),
        ("it", "Il sig. Ricci e la dott.ssa Neri, p.es. ieri.| Erano in ritardo ecc.| Il porto è chiuso."),
        ("nl", "Dhr. Bakker en mevr. Smit betalen o.a. havengeld, bijv. Euro's.| De haven is dicht."),
        ("sv", "Han tror på det.| Men inte hon."),
    ] {
        check_passages(language, case);
    }
}

#[test]
fn tokens_are_cut_as_word_aligners_expect() {
    for (string, want) in [
        ("Orla's mayor can't go", "orla 's mayor ca n't go"),
        ("we’ll see they've won", "we 'll see they 've won"),
        ("a two-year, $3.5 million plan (35%)", "a two-year , $ 3.5 million plan ( 35 % )"),
        ("the U.S. and Mr. Roth", "the us and mr roth"),
        ("“No,” he said — twice…", "\" no , \" he said - twice ..."),
        ("``No,'' he said", "\" no , \" he said"),
        ("AT&T on 12/24 at 6:45", "at&t on 12/24 at 6:45"),
        ("see www.example.org/a.html.", "see www.example.org/a.html ."),
        ("桥已", "桥 已"),
        ("rock 'n' roll", "rock ' n ' roll"),
    ] {
        let segmented = segment(&Text::new(string), &[], None);
        let norms: Vec<&str> = segmented.tokens.iter().map(|token| token.norm.as_str()).collect();
        assert_eq!(norms.join(" "), want);
    }
}

#[test]
fn words_given_apart_have_the_same_forms() {
    let words: Vec<String> = ["John", "'s", "-LRB-", "U.S.", "``", "2"].map(str::to_owned).to_vec();
    let tokens = tokens_from_words(&words);
    let norms: Vec<&str> = tokens.iter().map(|token| token.norm.as_str()).collect();
    assert_eq!(norms, ["john", "'s", "(", "us", "\"", "2"]);
    let kinds: Vec<TokenKind> = tokens.iter().map(|token| token.kind).collect();
    assert_eq!(kinds, [Word, Word, Mark, Word, Mark, Number]);
}

#[test]
fn paragraphs_count_body_blocks() {
    let text = Text::new("Title here\n\nFirst one. Second one.\n\nHead\n\nThird one.\n\nLog in");
    let roles = [Role::Headline, Role::Body, Role::Subheading, Role::Body, Role::Clutter];
    let starts = [(0, 10), (12, 34), (36, 40), (42, 52), (54, 60)];
    let blocks: Vec<Block> =
        roles.into_iter().zip(starts).map(|(role, (from, to))| Block::new(role, Span::new(from, to))).collect();
    let segmented = segment(&text, &blocks, None);
    let found: Vec<(usize, usize)> =
        segmented.passages.iter().map(|passage| (passage.block, passage.paragraph)).collect();
    assert_eq!(found, [(0, 0), (1, 1), (1, 1), (2, 0), (3, 2)]);
    assert_eq!(segmented.paragraphs, 2);
}

#[test]
fn no_passage_and_no_word_is_endless() {
    let words = "word ".repeat(10_000);
    let letters = "a".repeat(1_000_000);
    let dots = ".".repeat(300_000);
    let quotes = "\"".repeat(300_000);
    let stops = "a. ".repeat(200_000);
    for string in [words.as_str(), &letters, &dots, &quotes, &stops] {
        let segmented = segment(&Text::new(string), &[], None);
        assert!(segmented.passages.iter().all(|passage| passage.tokens.len() < 1000));
        assert!(segmented.tokens.iter().all(|token| token.span.len() <= 80));
    }
}

proptest! {
    #[test]
    fn passages_hold_every_letter_in_order(string in "[a-zA-Z0-9.,!?“”\"'’… \\n。漢é-]{0,300}") {
        let text = Text::new(string.as_str());
        let segmented = segment(&text, &[], None);
        let mut at = 0;
        let mut letters = String::new();
        for passage in &segmented.passages {
            prop_assert!(passage.span.start >= at && !passage.span.is_empty());
            at = passage.span.end;
            letters.extend(text.slice(passage.span).chars().filter(|c| c.is_alphanumeric()));
            let tokens = segmented.tokens_of(passage);
            prop_assert!(tokens.iter().all(|token| passage.span.covers(token.span)));
            prop_assert_eq!(segmented.tokens_in(passage.span), tokens);
        }
        prop_assert_eq!(letters, string.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
        prop_assert!(segmented.tokens.windows(2).all(|pair| pair.iter().map(|t| t.span.end).min() <= pair.last().map(|t| t.span.start)));
    }
}
