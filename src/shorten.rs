//! Shortens a sentence for room: between words, with `…` straight behind the last one that is left. Knows no fonts: who calls
//! says what fits.

/// The text, or as many of its first words as `fits` lets stand before `…`. Where not even the first one fits the text comes
/// whole, to be cut by whoever draws it.
pub fn at_end(text: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(text) {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let cut = |count: usize| {
        let first = words.get(..count).unwrap_or_default().join(" ");
        format!("{}…", first.trim_end_matches([',', ';', ':', '–', '—', '…', ' ']))
    };
    let most = most(words.len().saturating_sub(1), |count| fits(&cut(count)));
    if most == 0 { text.to_owned() } else { cut(most) }
}

/// The text, or its first and its last words with ` … ` between them, `count` together.
pub fn in_the_middle(text: &str, count: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= count {
        return text.to_owned();
    }
    let first = count.div_ceil(2);
    let last = words.len() - (count - first);
    let part = |range: Option<&[&str]>| range.unwrap_or_default().join(" ");
    format!("{} … {}", part(words.get(..first)), part(words.get(last..))).trim_end().to_owned()
}

/// The greatest number up to `all` that `holds`, where it holds for all below it; 0 where it holds for none.
pub fn most(all: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, all);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if holds(middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_cut_between_words_with_the_dots_behind_the_last() {
        for (text, room, cut) in [
            ("The bridge is closed", 20, "The bridge is closed"),
            ("The bridge is closed", 16, "The bridge is…"),
            ("The bridge, it is said, is closed", 12, "The bridge…"),
            ("The bridge is closed…", 20, "The bridge is…"),
            ("Unbelievable", 5, "Unbelievable"),
            ("", 0, ""),
        ] {
            assert_eq!(at_end(text, |words| words.chars().count() <= room), cut, "{text} in {room}");
        }
    }

    #[test]
    fn a_sentence_is_cut_in_the_middle() {
        for (count, cut) in
            [(9, "The last tram home is late"), (4, "The last … is late"), (3, "The last … late"), (1, "The …")]
        {
            assert_eq!(in_the_middle("The last tram home is late", count), cut);
        }
    }
}
