//! What the closed classes of English words can be in a sentence: enough to find where a noun
//! phrase or a clause begins and ends, without a parser.
//!
//! Knows words by their form alone; an open-class word that is in no list has no tag.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word can be; several at once where its form leaves that open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tags(u32);

impl Tags {
    pub(super) const NONE: Self = Self(0);
    /// `the`, `his`, `several`: begins a noun phrase.
    pub(super) const DETERMINER: Self = Self(1);
    /// `he`, `who`: a whole noun phrase, subject.
    pub(super) const SUBJECT: Self = Self(1 << 1);
    /// `him`: a whole noun phrase, object.
    pub(super) const OBJECT: Self = Self(1 << 2);
    pub(super) const PREPOSITION: Self = Self(1 << 3);
    /// `when`, `because`: begins a subordinate clause.
    pub(super) const SUBORDINATOR: Self = Self(1 << 4);
    /// `and`, `but`.
    pub(super) const COORDINATOR: Self = Self(1 << 5);
    /// Forms of be.
    pub(super) const BE: Self = Self(1 << 6);
    pub(super) const HAVE: Self = Self(1 << 7);
    /// `do` and its forms.
    pub(super) const DO: Self = Self(1 << 8);
    pub(super) const MODAL: Self = Self(1 << 9);
    pub(super) const ADVERB: Self = Self(1 << 10);
    /// `Monday`, `yesterday`, `March`.
    pub(super) const TIME: Self = Self(1 << 11);
    /// `what`, `how`: begins an embedded question.
    pub(super) const QUESTION: Self = Self(1 << 12);
    pub(super) const NEGATION: Self = Self(1 << 13);
    /// `Mr.`, `Sen.`: stands before a name.
    pub(super) const TITLE: Self = Self(1 << 14);
    /// A common finite verb that reports nothing.
    pub(super) const VERB: Self = Self(1 << 15);
    /// `reporters`, `supporters`: who is told.
    pub(super) const HEARER: Self = Self(1 << 16);
    /// `Inc.`, `Jr.`, `Co.`: an abbreviation whose dot ends no sentence.
    pub(super) const ABBREVIATION: Self = Self(1 << 17);
    /// Nouns of statements: `statement`, `interview`, `speech`.
    pub(super) const MEDIUM: Self = Self(1 << 18);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True where it has any of the tags of `other`.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const AUXILIARY: Self = Self::BE.or(Self::HAVE).or(Self::DO).or(Self::MODAL);
}

const LISTS: &[(Tags, &str)] = &[
    (
        Tags::DETERMINER,
        "the a an this these those that his her their its our your my whose some any no every each all both several \
         many most few other another such one two three four five six seven eight nine ten dozens hundreds thousands \
         millions multiple numerous various more fewer half neither either",
    ),
    (Tags::SUBJECT, "he she they we i you it who everyone everybody someone somebody nobody anyone others themselves"),
    (Tags::OBJECT, "him her them us me himself herself themselves whom it you"),
    (
        Tags::PREPOSITION,
        "of in on at to for from with by about after before during against under over between through into among \
         including via without within since until till toward towards upon near across behind beyond despite amid as \
         than like per alongside outside inside around throughout regarding concerning onto off along above below \
         amongst unlike following ahead",
    ),
    (
        Tags::SUBORDINATOR,
        "that because if when while although though unless whether as after before since until where whereas which \
         who whom whose what why how once wherever whenever lest so than",
    ),
    (Tags::QUESTION, "what why how whether if when where who which whom"),
    (Tags::COORDINATOR, "and but or nor yet & plus"),
    (
        Tags::BE,
        "is are was were be been being am isn't aren't wasn't weren't ain't he's she's it's that's who's they're we're \
         you're i'm there's what's",
    ),
    (Tags::HAVE, "has have had having hasn't haven't hadn't they've we've i've you've who've"),
    (Tags::DO, "do does did doing don't doesn't didn't"),
    (
        Tags::MODAL,
        "will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mustn't he'd \
         she'd they'd i'd we'd it'd who'd he'll she'll they'll i'll we'll it'll you'll you'd who'll",
    ),
    (
        Tags::NEGATION,
        "not never no isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't cannot couldn't hasn't haven't hadn't",
    ),
    (
        Tags::ADVERB,
        "also then later recently repeatedly reportedly previously often again further furthermore flatly once not \
         never long publicly sharply immediately simply only just even still now always already soon ever first last \
         instead meanwhile however nevertheless nonetheless therefore thus indeed perhaps maybe too twice sometimes \
         there here ago together separately reportedly famously earlier all each both together almost nearly quite \
         rather very much far well back right away today yesterday tomorrow tonight finally anyway otherwise \
         meantime afterward afterwards elsewhere likewise moreover besides",
    ),
    (
        Tags::TIME,
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
         september october november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. mon. tues. wed. thurs. \
         fri. yesterday today tomorrow tonight morning afternoon evening night week month year weekend earlier later \
         midday noon midnight spring summer autumn",
    ),
    (
        Tags::TITLE,
        "mr. mrs. ms. dr. sen. rep. gov. gen. lt. col. sgt. capt. maj. adm. rev. hon. prof. sens. reps. govs. messrs. \
         pres. supt. sir dame lord lady mr mrs ms dr miss mister madam",
    ),
    (
        Tags::ABBREVIATION,
        "inc. corp. co. ltd. jr. sr. st. no. vs. v. al. etc. jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. gov. \
         dept. univ. ave. blvd. rd. mt. ft. e.g. i.e. a.m. p.m. d. r. pa. va. ga. fla. calif. mass. conn. mich. ill. \
         ind. wis. minn. ariz. nev. ore. wash. colo. okla. tenn. ky. ala. miss. la. ark. mo. kan. neb. n.c. s.c. n.h. \
         n.y. n.j. d.c. u.s. u.n. u.k. e.u. ph.d. m.d. approx. est. fig. vol. gens. cmdr. det. insp. bros. assn.",
    ),
    (
        Tags::VERB,
        "came went got gave took made met left began became ran won lost held kept led stood sat paid brought bought \
         built sent spent spoke rose fell grew drew broke chose drove ate flew hit cut put set let read got goes comes \
         gets gives takes makes meets leaves begins becomes runs wins loses holds keeps leads stands sits pays brings \
         seems seemed appears appeared remains remained includes included used tried tries works worked lives lived \
         moved started stopped happened died killed arrived attended joined visited voted served turned looked helped \
         played passed signed filed opened closed ended returned followed caused created changed faced raised reached \
         received refused failed continued won't needs need needed means meant makes",
    ),
    (
        Tags::HEARER,
        "reporters supporters journalists voters lawmakers viewers listeners audience crowd him her them us me \
         everyone people fans followers delegates students members officials colleagues investigators police \
         congress parliament lawyers jurors readers investors donors activists audiences attendees anchor host \
         magazine newspaper radio television interviewers friends parents residents workers staff aides",
    ),
    (
        Tags::MEDIUM,
        "statement interview speech tweet email letter report post memo blog briefing conference news remarks rally \
         press release testimony address filing note message op-ed editorial column article book tweets emails call",
    ),
];

static WORDS: LazyLock<HashMap<&'static str, Tags>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for &(tags, list) in LISTS {
        for word in list.split_whitespace() {
            let entry = words.entry(word).or_insert(Tags::NONE);
            *entry = Tags::or(*entry, tags);
        }
    }
    words
});

/// What the word can be. `lower` is in lower case with straight apostrophes.
pub(super) fn tags(lower: &str) -> Tags {
    if let Some(&tags) = WORDS.get(lower) {
        return tags;
    }
    if lower.len() > 4
        && lower.ends_with("ly")
        && !matches!(
            lower,
            "family"
                | "rally"
                | "ally"
                | "bully"
                | "reply"
                | "supply"
                | "apply"
                | "italy"
                | "july"
                | "daily"
                | "weekly"
                | "monthly"
                | "assembly"
                | "anomaly"
                | "belly"
                | "jelly"
                | "kelly"
                | "holly"
                | "emily"
                | "lily"
                | "billy"
                | "sally"
                | "molly"
                | "elderly"
                | "imply"
                | "comply"
                | "multiply"
                | "rely"
                | "folly"
                | "homily"
                | "monopoly"
        )
    {
        return Tags::ADVERB;
    }
    Tags::NONE
}

/// True for words whose tags come from a list, not from their ending.
pub(super) fn is_listed(lower: &str) -> bool {
    WORDS.contains_key(lower)
}

/// Share of the commonest English words among the words of a text that says it is English.
const ENGLISH_SHARE: usize = 10;

/// True where enough of the words are the commonest English ones for English rules to speak.
pub(super) fn is_english<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    const COMMON: &[&str] = &[
        "a", "an", "and", "as", "at", "been", "but", "by", "for", "from", "had", "has", "have", "he", "his", "in",
        "is", "it", "its", "not", "of", "on", "said", "says", "she", "that", "the", "their", "they", "this", "to",
        "was", "we", "were", "who", "will", "with", "would", "you",
    ];
    // Words that other European languages share with English say nothing.
    const SHARED: &[&str] = &["a", "an", "as", "for", "had", "has", "he", "in", "is", "on", "was", "we", "will"];
    let (mut all, mut common, mut own) = (0, 0, 0);
    for word in words {
        all += 1;
        if COMMON.binary_search(&word).is_ok() {
            common += 1;
            own += usize::from(!SHARED.contains(&word));
        }
    }
    all == 0
        || all < 12 && own + 1 >= all / 8
        || common * 100 >= all * ENGLISH_SHARE && own * 100 >= all * ENGLISH_SHARE / 2
}
