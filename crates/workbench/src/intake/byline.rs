//! The writer's name where it stands alone above an article, without a word such as `By` that says so.

use collation::{Block, Role, Text};

/// From this length on, in characters, a paragraph is one of the story.
const PROSE: usize = 60;
/// Longest line that may be a name, in characters.
const LONGEST: usize = 40;

/// Labels the first line that is a person's name and stands between headline and story, and gives the name.
///
/// `writer` is whom the file itself names: a line that says the same needs to look like nothing else. Without it the
/// line must be two to four words that no outlet, place or section is called by.
pub(super) fn lone(text: &Text, blocks: &mut [Block], writer: Option<&str>) -> Option<String> {
    let headline = blocks.iter().position(|block| block.role == Role::Headline)?;
    let head = blocks.get_mut(headline + 1..)?;
    let is_story = |block: &Block| block.role.is_body() && block.span.len() >= PROSE;
    let story = head.iter().position(is_story)?;
    let at = head.iter().take(story).position(|block| block.role == Role::Body)?;
    let stands_below = head.get(..at)?.iter().rev().find(|block| !matches!(block.role, Role::Clutter | Role::Caption));
    // A person that is named below something else than headline, deck or date is not said to have written.
    if stands_below.is_some_and(|block| !matches!(block.role, Role::Subheading | Role::Dateline)) {
        return None;
    }
    let block = head.get_mut(at)?;
    let line = text.slice(block.span).trim();
    let is_told = writer.is_some_and(|writer| writer.trim().eq_ignore_ascii_case(line));
    (is_told || is_name(line)).then(|| {
        block.role = Role::Byline;
        block.reason = Some("names the writer".to_owned());
        line.to_owned()
    })
}

/// True for two to four words that can be a person's name and are not known as another's.
fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let is_particle = |word: &str| PARTICLES.split(' ').any(|particle| particle == word);
    let is_initial = |word: &str| {
        let mut letters = word.trim_end_matches('.').chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    let is_part = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().any(char::is_lowercase)
            && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
            && !OTHERS.split_whitespace().any(|other| other.eq_ignore_ascii_case(word))
    };
    let begins_and_ends = words.first().is_some_and(|word| is_part(word) || is_initial(word))
        && words.last().is_some_and(|word| is_part(word));
    line.chars().count() <= LONGEST
        && (2..=4).contains(&words.len())
        && begins_and_ends
        && words.iter().all(|word| is_part(word) || is_initial(word) || is_particle(word))
        && words.iter().filter(|word| is_part(word)).count() >= if words.len() > 2 { 2 } else { 1 }
}

/// Words in small letters inside a name.
const PARTICLES: &str = "de da do dos du del della di la le van von der den ter ten zu zur af av al bin ibn el y e";

/// Words with a capital that are no part of a person's name: of outlets, places, sections and pages.
const OTHERS: &str = "the a an and of in on for to by from with is are was \
     news times post daily evening morning weekly sunday review courier herald tribune journal gazette press agency \
     today observer guardian mirror chronicle telegraph standard express mail echo ledger lantern record reporter \
     independent globe reuters radio television online digital network channel media group magazine bulletin wire \
     staff writer correspondent correspondents editor editors editorial editorials desk contributor contributors \
     opinion analysis comment commentary column feature features exclusive breaking live latest update updates \
     updated published story stories report reports interview profile world national international local regional \
     politics business economy finance markets money sport sports culture science health technology climate \
     environment education travel lifestyle entertainment weather video videos photo photos image images picture \
     pictures gallery audio podcast share read more related advertisement subscribe newsletter follow sign log \
     comments print email save listen watch \
     monday tuesday wednesday thursday friday saturday january february march april june july august september \
     october november december \
     north south east west northern southern eastern western middle central new old united saint san santa los las \
     el hong sri tel costa el city county state states kingdom republic federation union province district island \
     islands river lake street road square bridge park house court council commission committee parliament congress \
     senate ministry minister president government office department university college institute school church bank \
     police army party league cup war peace treaty law act getty associated zeitung rundschau tageblatt nachrichten";

#[cfg(test)]
mod tests {
    use Role::{Body, Byline, Dateline, Headline};

    use super::*;

    #[test]
    fn names_of_persons_are_told_from_other_short_lines() {
        for name in ["Philippa Marsh", "J. Corr", "Ursula von der Heide", "Jean-Luc O’Brien", "Ana M. Ruiz Gil"] {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "Marsh",
            "The Assembly Review",
            "Evening Post",
            "New York",
            "World News",
            "PHILIPPA MARSH",
            "Philippa Marsh.",
            "Full at eight in the morning",
            "Words to keep",
            "Read More",
            "Marsh said so",
            "Hall 4",
            "“Full House”",
            "",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }

    #[test]
    fn only_a_name_between_headline_and_story_is_the_writers() {
        let story =
            "The council resolved by 27 to 24 that nobody under 18 will pay on the buses from the first of January.";
        let read = |lines: &[(Role, &str)], writer: Option<&str>| {
            let text = Text::new(lines.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n\n"));
            let mut start = 0;
            let mut blocks: Vec<Block> = Vec::new();
            for (role, line) in lines {
                let end = start + line.chars().count();
                blocks.push(Block::new(*role, collation::Span::new(start, end)));
                start = end + 2;
            }
            let name = lone(&text, &mut blocks, writer);
            (name, blocks.iter().position(|block| block.role == Role::Byline))
        };
        let found = |name: &str, at| (Some(name.to_owned()), Some(at));
        let head = (Headline, "Fares fall");
        assert_eq!(read(&[head, (Body, "Ada Brook"), (Body, story)], None), found("Ada Brook", 1));
        assert_eq!(
            read(&[head, (Dateline, "26 May"), (Body, "Ada Brook"), (Body, story)], None),
            found("Ada Brook", 2)
        );
        assert_eq!(read(&[head, (Body, "The Desk"), (Body, story)], Some("the desk")), found("The Desk", 1));
        for lines in [
            &[head, (Body, "The Desk"), (Body, story)][..],
            &[(Body, "Ada Brook"), (Body, story)],
            &[head, (Body, story), (Body, "Ada Brook"), (Body, story)],
            &[head, (Body, "Ada Brook")],
            &[head, (Body, "Fares fall again"), (Body, "Ada Brook"), (Body, story)],
        ] {
            assert_eq!(read(lines, None), (None, None), "{lines:?}");
        }
        assert_eq!(read(&[head, (Byline, "By Carl Dahl"), (Body, "Ada Brook"), (Body, story)], None), (None, Some(1)));
    }
}
