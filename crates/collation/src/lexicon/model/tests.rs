use std::sync::{Arc, LazyLock};

use super::made::made_up_model;
use super::*;
use crate::segment::tokens_from_words;

/// The numbers of two pieces.
const BRIDGE: usize = 5;
const UNKNOWN: usize = 4;

static MADE: LazyLock<Vec<u8>> = LazyLock::new(made_up_model);

fn model() -> Model {
    Model::read(MADE.clone()).unwrap()
}

fn tokens(text: &str) -> Vec<Token> {
    tokens_from_words(&text.split(' ').map(str::to_owned).collect::<Vec<_>>())
}

#[test]
fn a_word_is_read_with_what_stands_around_it() {
    let model = model();
    let [alone, closed] = ["bridge", "bridge closed"].map(|text| model.meaning(&tokens(text)));
    let of = |meaning: &Meaning| meaning.words[0].clone().unwrap();
    assert!((of(&alone).cosine(&of(&alone)) - 1.0).abs() < 1e-3);
    assert!(of(&alone).cosine(&of(&closed)) < 0.999);
    assert!(alone.whole.is_some() && alone.whole != closed.whole);
    assert!(Arc::ptr_eq(&alone, &model.meaning(&tokens("bridge"))), "read once, remembered");
    assert_eq!(*alone, *self::model().meaning(&tokens("bridge")));
}

#[test]
fn every_word_has_its_pieces() {
    let pieces = |word: &str| {
        let mut pieces = Vec::new();
        model().weights.push_word(word, &mut pieces);
        pieces
    };
    assert_eq!(pieces("bridges"), [BRIDGE, 0]);
    assert_eq!(pieces("u.s."), [8, 1, 7, 1]);
    assert_eq!(pieces("мост"), [UNKNOWN]);
    assert_eq!(pieces("bridge-мост"), [BRIDGE, UNKNOWN, UNKNOWN]);
    assert_eq!(pieces(""), [] as [usize; 0]);
}

#[test]
fn what_is_too_long_is_read_as_far_as_it_goes() {
    let meaning = model().meaning(&tokens(&vec!["bridges"; 300].join(" ")));
    assert_eq!(meaning.words.len(), 300);
    // Two pieces a word, and 510 pieces besides start and end.
    assert_eq!(meaning.words.iter().filter(|word| word.is_some()).count(), 255);
    assert!(meaning.words[254].is_some() && meaning.words[255].is_none());
    let nothing = model().meaning(&[]);
    assert!(nothing.words.is_empty() && nothing.whole.is_some());
    assert!(Model::can_read(1000) && !Model::can_read(1_000_000));
}

#[test]
fn bytes_that_are_no_model_are_refused() {
    let refused = |bytes: &[u8]| Model::read(bytes.to_vec()).map(|_| ()).unwrap_err();
    assert_eq!(refused(b""), ModelError::NoModel);
    assert_eq!(refused(b"PLXMODL1"), ModelError::NoModel);
    assert_eq!(refused(&MADE[1..]), ModelError::NoModel);
    for length in [60, 200, 5_000, 2_000_000, MADE.len() - 1] {
        assert_eq!(refused(&MADE[..length]), ModelError::WrongLength, "{length}");
    }
    let longer = [MADE.as_slice(), b"x"].concat();
    assert_eq!(refused(&longer), ModelError::WrongLength);
    for (field, number) in [(2, 768_u32), (3, 12), (6, 0), (7, 9)] {
        let mut other = MADE[..200].to_vec();
        other[8 + 4 * field..12 + 4 * field].copy_from_slice(&number.to_le_bytes());
        assert_eq!(refused(&other), ModelError::OtherModel, "{field}");
    }
}
