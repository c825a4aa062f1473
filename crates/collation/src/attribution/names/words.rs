//! Which words tell what a name stands for: bodies, offices and trades, titles and first names, crowds.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::segment::normal_form;

use super::super::english::{Tags, tags};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) enum Gender {
    #[default]
    Unknown,
    Female,
    Male,
}

/// Words that make a run of capitals the name of a body.
const BODY_WORDS: &str = "times post news hill report journal reuters cnn associated press politico facebook twitter inc inc. corp corp. \
 ministry department embassy committee campaign party poll survey university institute group court government house kremlin tass pentagon \
 council chamber commission agency bureau office association union federation foundation center centre company bank fund congress senate parliament \
 assembly administration service services police army navy force forces team club league board authority organization organisation society \
 magazine network channel radio television tv street square college school hospital church international national states kingdom nations \
 review republic union guard corps army fbi cia nato nypd gop rnc dnc bbc nbc abc cbs fox ap afp upi npr msnbc nyt eu un us u.s. u.n. uk u.k. \
 daily weekly herald tribune chronicle gazette guardian observer telegraph globe post-gazette today google apple amazon microsoft \
 democrats republicans americans russians conservatives liberals north south east west new act bill law plan deal treaty agreement \
 wall white supreme general's district county city state federal security defense defence foreign islamic coalition alliance project \
 network program programme amendment action doctrine initiative democracy affairs justice treasury labor labour energy homeland intelligence ";

/// True for words that make a run of capitals the name of a body: "ministry", "Times".
pub(crate) fn is_body_word(lower: &str) -> bool {
    static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| BODY_WORDS.split_whitespace().collect());
    SET.contains(lower)
}

/// Role nouns that stand capitalised before a name and are no part of it.
const ROLES: &str = "president vice-president senator governor representative congressman congresswoman secretary minister premier chancellor ambassador \
 general colonel captain major admiral lieutenant sergeant judge justice professor doctor king queen prince princess pope bishop cardinal \
 archbishop reverend rabbi imam mayor sheriff chief director chairman chairwoman chairperson chair speaker leader spokesman spokeswoman \
 spokesperson attorney prosecutor commissioner deputy vice former acting prime foreign defense defence press state candidate nominee \
 republican democrat democratic presidential vice-presidential senate house campaign manager adviser advisor officer executive ceo cfo editor reporter \
 correspondent analyst strategist host anchor coach author actor actress director-general envoy diplomat consul councilman councilwoman \
 assemblyman lawyer counsel pensioner commuter russian american british french german chinese ukrainian iranian israeli iraqi syrian turkish indian japanese \
 korean european mexican canadian sen. rep. gov. gen. president-elect majority minority whip rival first lady dr. retired u.s. us \
 interior finance economy health education homeland security national intelligence energy labor treasury commerce transportation \
 libertarian green party communist socialist conservative liberal labour tory cabinet pollster veteran billionaire businessman mogul \
 tycoon founder owner producer singer rapper comedian pastor evangelist activist organizer historian economist scientist researcher \
 predecessor successor aide staffer operative surrogate congressional running mate longtime senior top co-founder co-chair co-author district county city inspector detective ";

/// Trades that stand for who has them, before a name as well as by themselves.
const TRADES: &str = "teacher engineer architect nurse farmer fisherman firefighter student pupil notary physician surgeon chemist biologist physicist \
 psychologist sociologist novelist poet musician composer photographer accountant banker shopkeeper campaigner volunteer";

/// True for nouns that stand for the person who holds an office or has a trade.
pub(crate) fn is_bearer(noun: &str) -> bool {
    const BEARERS: &str = "president senator governor representative congressman congresswoman lawmaker secretary minister premier \
     chancellor ambassador envoy diplomat consul general colonel captain admiral lieutenant sergeant judge justice professor doctor king \
     queen prince princess pope bishop archbishop cardinal pastor rabbi imam mayor sheriff chief director chairman chairwoman chairperson \
     speaker spokesman spokeswoman spokesperson attorney prosecutor lawyer commissioner candidate nominee politician adviser advisor \
     officer author actor actress host coach singer rapper comedian economist historian analyst strategist pollster billionaire \
     businessman businesswoman mogul tycoon founder editor reporter inspector detective";
    static SET: LazyLock<HashSet<&str>> =
        LazyLock::new(|| BEARERS.split_whitespace().chain(TRADES.split_whitespace()).collect());
    SET.contains(noun)
}

/// True for what somebody is: "mayor", "spokeswoman", "former".
pub(crate) fn is_role_word(lower: &str) -> bool {
    static SET: LazyLock<HashSet<&str>> =
        LazyLock::new(|| ROLES.split_whitespace().chain(TRADES.split_whitespace()).collect());
    // "speaker-to-be", "president-elect"
    let office = lower.strip_suffix("-to-be").or_else(|| lower.strip_suffix("-elect")).unwrap_or(lower);
    SET.contains(office)
}

/// Units that can stand inside a personal name in lower case.
pub(super) fn is_particle(lower: &str) -> bool {
    matches!(
        lower,
        "de" | "van"
            | "von"
            | "bin"
            | "ibn"
            | "al"
            | "el"
            | "der"
            | "den"
            | "di"
            | "da"
            | "del"
            | "la"
            | "le"
            | "dos"
            | "du"
            | "ter"
            | "bint"
            | "abu"
    )
}

/// The given names that mostly one gender bears.
fn given(gender: &str) -> HashSet<&'static str> {
    let lines = include_str!("../../../../../assets/names/given.txt").lines();
    let of_gender = lines.filter_map(|line| line.split_once(": ").filter(|(name, _)| *name == gender));
    of_gender.flat_map(|(_, names)| names.split_whitespace()).collect()
}

/// True for two forms of one given name, "Dick" and "Richard", and for one name with and without accents.
pub(crate) fn is_same_name(a: &str, b: &str) -> bool {
    static SHORT: LazyLock<HashSet<(&str, &str)>> = LazyLock::new(|| {
        let lines = include_str!("../../../../../assets/names/short.txt").lines();
        let named = lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
        named.flat_map(|(name, short)| short.split_whitespace().map(move |short| (name, short))).collect()
    });
    if a == b {
        return true;
    }
    let (a, b) = (normal_form(a), normal_form(b));
    a == b || SHORT.contains(&(a.as_str(), b.as_str())) || SHORT.contains(&(b.as_str(), a.as_str()))
}

/// Who bears a title that only one gender bears.
fn gender_of_title(title: &str) -> Option<Gender> {
    Some(match title {
        "mr." | "mr" | "sir" | "lord" => Gender::Male,
        "mrs." | "ms." | "mrs" | "ms" | "miss" | "madam" | "dame" | "lady" => Gender::Female,
        _ => return None,
    })
}

/// True for what a person is addressed by: "Mr.", "Ms.".
pub(crate) fn is_honorific(lower: &str) -> bool {
    gender_of_title(lower).is_some()
}

/// True where a person of this gender may bear the title.
pub(in super::super) fn agrees(gender: Gender, title: Option<&str>) -> bool {
    gender == Gender::Unknown || title.and_then(gender_of_title).is_none_or(|of_title| of_title == gender)
}

/// The gender of a person by title and first name, `first` in lower case.
pub(super) fn gender_of(first: &str, title: Option<&str>) -> Gender {
    static WOMEN: LazyLock<HashSet<&str>> = LazyLock::new(|| given("female"));
    static MEN: LazyLock<HashSet<&str>> = LazyLock::new(|| given("male"));
    if let Some(gender) = title.and_then(gender_of_title) {
        return gender;
    }
    match (WOMEN.contains(first), MEN.contains(first)) {
        (true, false) => Gender::Female,
        (false, true) => Gender::Male,
        _ => Gender::Unknown,
    }
}

/// Words of bodies that are surnames behind a first name.
const SURNAMES: [&str; 7] = ["justice", "hill", "church", "law", "wall", "white", "post"];

/// True where one of the words makes the name that of a body: "Times", "Ministry". First names that
/// are such words too ("Bill") and surnames ("West") don't count.
pub(super) fn is_body(words: &[String]) -> bool {
    let direction = |word: &str| matches!(word, "north" | "south" | "east" | "west");
    words.iter().enumerate().any(|(at, word)| {
        let first_name = at == 0 && gender_of(word, None) != Gender::Unknown;
        let last = at > 0 && at + 1 == words.len();
        let surname = last
            && words.first().is_some_and(|first| {
                direction(word) && !direction(first)
                    || SURNAMES.contains(&word.as_str()) && gender_of(first, None) != Gender::Unknown
            });
        is_body_word(word) && !first_name && !surname
    })
}

/// True for plurals that name nobody: "officials", "Democrats".
pub(in super::super) fn is_crowd(lower: &str) -> bool {
    const CROWDS: &str = "democrats dems republicans americans russians conservatives liberals europeans ukrainians critics experts \
 analysts sources authorities prosecutors officers aides allies opponents advocates protesters scientists researchers economists \
 diplomats leaders ministers senators governors generals doctors nurses teachers families relatives witnesses neighbors neighbours \
 polls reports documents studies figures papers records data numbers statistics letters emails files editors writers scholars historians women men parents rebels militants soldiers troops states cities companies \
 firms banks unions groups networks outlets newspapers media people others some many most several all both few ";
    static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| CROWDS.split_whitespace().collect());
    SET.contains(lower) || tags(lower).any(Tags::HEARER) && lower.ends_with('s')
}
