//! The words for whole numbers below a hundred.

/// From nought to nineteen, each at its own value.
pub(super) const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// From twenty to ninety, by tens.
pub(super) const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The value of such a word in lower case: "seven", "forty", "twenty-five".
pub fn counted(word: &str) -> Option<usize> {
    let tens = |word: &str| TENS.iter().position(|&tens| tens == word).map(|at| (at + 2) * 10);
    let ones = |word: &str| ONES.iter().position(|&ones| ones == word);
    let both = || {
        let (ten, one) = word.split_once('-')?;
        Some(tens(ten)? + ones(one).filter(|one| (1..10).contains(one))?)
    };
    ones(word).or_else(|| tens(word)).or_else(both)
}
