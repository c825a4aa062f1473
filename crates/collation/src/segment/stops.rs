//! What a full stop means in the news of a language: after an abbreviation, after an ordinal number
//! ("am 3. März"), before a word that starts a sentence.
//!
//! Knows German, French, Spanish, Italian, Dutch, Portuguese and the Scandinavian languages by lists of
//! their own; every other language, and a text whose language is not known, is read as English is.

use super::abbreviations::{self, Stop, is_acronym};
use super::normal::primary_language;

/// The conventions of one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stops {
    /// `None`: the lists of English.
    own: Option<&'static Lists>,
}

/// Words of a language, each list divided by spaces.
#[derive(Debug)]
struct Lists {
    /// Words whose full stop never ends a sentence.
    never: &'static str,
    /// … none where a number follows.
    before_number: &'static str,
    /// … may or may not end one.
    either: &'static str,
    /// Words that start a sentence far more often than they continue a name.
    starters: &'static str,
    /// Where a number with a full stop is an ordinal.
    ordinals: Option<&'static Ordinals>,
}

#[derive(Debug)]
struct Ordinals {
    /// Words before a number that make its full stop part of it: "der 2. Weltkrieg".
    introduced_by: &'static str,
    /// Words behind it that do.
    followed_by: &'static str,
}

impl Stops {
    /// By an ISO 639-1 code (`de`, `pt-BR`), English where none is known.
    pub(super) fn of_language(code: Option<&str>) -> Self {
        let primary = primary_language(code.unwrap_or_default());
        let own = match primary.as_str() {
            "de" => Some(&GERMAN),
            "fr" => Some(&FRENCH),
            "es" => Some(&SPANISH),
            "it" => Some(&ITALIAN),
            "nl" => Some(&DUTCH),
            "pt" => Some(&PORTUGUESE),
            "da" | "nb" | "nn" | "no" | "sv" => Some(&SCANDINAVIAN),
            _ => None,
        };
        Self { own }
    }

    /// What a full stop after `word` can be; `word` without that stop, as it stands in the text, and
    /// `ahead`, the word before it.
    pub(super) fn after(self, word: &str, ahead: &str) -> Stop {
        let Some(own) = self.own else { return abbreviations::stop_after(word) };
        let lower = word.to_lowercase();
        let in_list = |list: &str| has(list, &lower);
        let single = is_letter(word);
        // "z. B.", "u. a.": letters with stops that belong together.
        let pair = single && is_letter(ahead) && ahead.chars().all(char::is_lowercase);
        if in_list(own.never) || single && !pair && !in_list(own.before_number) && word.chars().all(char::is_lowercase)
        {
            Stop::Title
        } else if in_list(own.before_number) {
            Stop::BeforeNumber
        } else if in_list(own.either) || single && word.chars().all(char::is_uppercase) || pair || is_acronym(word) {
            Stop::Either
        } else {
            Stop::Plain
        }
    }

    /// True where `word` starts a sentence far more often than it continues a name.
    pub(super) fn is_starter(self, word: &str) -> bool {
        match self.own {
            Some(own) => has(own.starters, &word.to_lowercase()),
            None => abbreviations::is_starter(word),
        }
    }

    /// True where the full stop after `number` makes it an ordinal: `ahead` and `next` are the words around.
    pub(super) fn is_ordinal(self, ahead: &str, number: &str, next: &str) -> bool {
        let Some(ordinals) = self.own.and_then(|own| own.ordinals) else { return false };
        let digits = !number.is_empty() && number.len() <= 3 && number.chars().all(|c| c.is_ascii_digit());
        let roman = number.chars().count() >= 2 && number.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        if !digits && !roman || self.is_starter(next) {
            return false;
        }
        let (ahead, next) = (ahead.to_lowercase(), next.to_lowercase());
        let is_day = || number.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
        roman
            || has(ordinals.followed_by, &next)
            || has(ordinals.introduced_by, &ahead)
            // "am 3. 4. 2026"
            || is_day() && !next.is_empty() && next.chars().all(|c| c.is_ascii_digit())
    }
}

/// True for a word of a list that is divided by spaces.
fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

static GERMAN: Lists = Lists {
    never: "z.b d.h dr prof bzw bspw beispielsw evtl ggf gegebenenf inkl exkl einschl sog vgl hrsg dipl ing phil jur \
        nat rer pol zzgl abzgl allg ehem gest gegr lfd insb bes betr bzgl rd zw hl fr hr frl st mr mrs vs gen \
        kath ev staatl städt stellv vorl ca geb mind tägl jährl o.g i.d.r z.t u.u v.a s.o s.u i.e m.e zz zzt wg",
    before_number: "max min nr nrn abs art kap bd jg s tel fig abb tab ziff anm jan feb febr mär apr jun jul aug sep sept okt \
        nov dez mo di mi sa str",
    either: "usw etc mio mrd mill tsd bill std jh jhd co jr sen jun o.ä u.ä u.a i.v a.d e.v d.j d.ä österr dt uhr ff f",
    starters: "aber alle allerdings als also am an andere auch auf aus außerdem bei beide beim bereits bis bislang \
        bisher da dabei dadurch dafür dagegen daher damals damit danach dann daran darauf darum das dazu dem den \
        denn dennoch der des deshalb deswegen die dies diese dieser dieses doch dort durch ein eine einem einen \
        einer eines einige er erst es etwa für gegen gestern heute hier hinzu ich ihr ihre im in insgesamt \
        inzwischen ist jede jeder jedoch jetzt kein keine künftig laut man mehr mehrere mit mittlerweile morgen \
        nach nachdem nicht noch nun nur ob obwohl ohne rund schließlich schon sein seine seit sie so sogar sollte \
        später trotz trotzdem über um und unser unter viele vom von vor während warum was wegen weil weitere wenn \
        wer wie wir wo zu zudem zuletzt zum zunächst zur zuvor zwar",
    ordinals: Some(&Ordinals {
        introduced_by: "ab am bis dem den der des die das dieser diesem diesen im ihr ihre ihrem ihren ihrer jeder jedem jeden \
        jedes mein meinem meinen nächsten oder sein seine seinem seinen seiner seit und unser vom vor zum zur \
        beim montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag kommenden vergangenen",
        followed_by: "januar jänner februar feber märz april mai juni juli august september oktober november dezember jan feb \
        febr mär apr jun jul aug sep sept okt nov dez jahrhundert jahrhunderts jahrhunderte jh jahrestag \
        geburtstag todestag weltkrieg weltkriegs weltkrieges klasse klassen liga bundesliga stock etage platz \
        runde spieltag minute lebensjahr bezirk stockwerk auflage mal wahlgang wahlperiode legislaturperiode \
        kapitel strophe",
    }),
};

static FRENCH: Lists = Lists {
    never: "m mm mme mmes mlle mlles me mes mgr dr pr prof st ste cf ex env av apr bd boul éd hab vs mr mrs",
    before_number: "n nº n° no p pp art al chap fig vol t tél janv févr avr juil sept oct nov déc",
    either: "etc co inc jr j.-c apr.j.-c",
    starters: "à ainsi après au aucun aussi aux avant avec car ce cela celle celui cependant ces cet cette chaque comme \
        dans depuis deux donc elle elles en enfin entre est et il ils je la le les leur leurs lors mais même mon \
        ne nos notre nous on or où ou par parmi pendant plus plusieurs pour pourtant puis quand que quelques qui \
        quoi sa sans selon ses seul si son sous sur tandis tous tout toute très trois un une vers vos votre vous \
        y",
    ordinals: None,
};

static SPANISH: Lists = Lists {
    never: "sr sra srta sres dr dra d dña ud uds vd vds prof profa lic ing arq gral cnel cap tte pbro mons sto sta av \
        avda pza ej p.ej aprox ee ff dto excmo excma vs cf",
    before_number: "núm num n pág pag págs art arts vol tel km ene feb mar abr jun jul ago sept oct nov dic",
    either: "etc uu ee.uu a.c d.c cía ltda s.a jr",
    starters: "a además ahora al algunos ante así aunque bajo cada como con cuando de del desde después dos durante el \
        él ella ellos en entonces entre es esa ese eso esta está este esto estos fue ha hace hasta hay hoy la las \
        le lo los luego más me mi mientras muchos ni no nos o otra otro para pero por porque que quien quienes se \
        según si sí sin sobre son su sus también tampoco tras todo todos tres un una uno varios y ya yo",
    ordinals: None,
};

static ITALIAN: Lists = Lists {
    never: "sig sigg dott dr prof proff on sen avv ing arch geom rag gen col cap ten mons card s ss es p.es cfr ca vs \
        st",
    before_number: "n nn nr num pag pagg p art artt vol tel feb apr mag giu lug ago set sett ott nov dic",
    either: "ecc etc a.c d.c s.p.a s.r.l jr",
    starters: "a ad ai al alcuni alla altri anche ancora che chi ci come con così da dal dalla del della di dopo dove \
        due durante e è ecco gli ha i il in infine intanto io la le lei lo loro lui ma mentre molti nel nella \
        nessuno noi non o ogni ora per perché più poi prima qual quando quella quello questa queste questi questo \
        qui se secondo si sono su sul sulla tra tre tutti tutto un una uno",
    ordinals: None,
};

static DUTCH: Lists = Lists {
    never: "dhr mevr mw dr drs mr ir ing prof bijv bv o.a m.n d.w.z z.g zgn t.a.v i.p.v n.a.v t.o.v m.b.t incl excl \
        evt resp ong vgl ds st gem plm ca vs a.u.b v.l.n.r zog",
    before_number: "nr nrs blz pag p art vol tel jan feb mrt apr jun jul aug sept okt nov dec max min",
    either: "enz etc e.d jl jr sr mln mld a.s n.v b.v v.chr n.chr",
    starters: "aan achter al alle alleen als behalve bij daar daarbij daarna daarom dan dat de deze die dit door dus \
        echter een eerder en er geen haar het hier hij hoe hoewel hun ik in is je maar maandag meer met na naar \
        niet niemand nog nu of om omdat onder ons ook op over pas sinds sommige te tegen terwijl toch toen tot \
        twee uit van vanaf veel volgens voor waar wanneer want wat we wel wie wij ze zelf zij zijn zo zonder",
    ordinals: None,
};

static PORTUGUESE: Lists = Lists {
    never: "sr sra srs srta dr dra drs d prof profa eng gen cel cap exmo exma av aprox ex p.ex sto sta vs cf pe",
    before_number: "n nº núm no pág pag p art arts vol tel jan fev mar abr mai jun jul ago set out nov dez",
    either: "etc ltda s.a a.c d.c jr cia",
    starters: "a agora além alguns ao aos após as assim até cada com como contra da de depois desde do dois durante e é \
        ela ele eles em enquanto então entre essa esse esta este eu foi há hoje já mais mas muitos na não nas nem \
        no nos nós o os ou outro para pela pelo por porque quando que quem se segundo sem seu sua sob sobre só \
        também todos três um uma vários",
    ordinals: None,
};

static SCANDINAVIAN: Lists = Lists {
    never: "dr prof hr frk st bl.a bl f.eks t.ex eks ca jf jfr dvs d.v.s pga p.g.a mht inkl ekskl exkl evt ev resp \
        hhv iht ift vedr vs adm dir tidl fung s.k såk kap",
    before_number: "min maks nr kl s art stk tlf tel jan feb febr apr jun jul aug sept okt nov des dec d kr",
    either: "osv m.m mv m.v etc mio mia mill mrd milj pct jr o.l m.fl mfl f.kr e.kr",
    starters: "af alle andre andra at att av både bara de dem den der det denne dette detta disse du där då efter eller \
        en et ett etter fra från før för först han har her hon hun hur hva hvad hver hvis hvordan här i idag \
        ifølge ikke ingen inte jeg kun mange med men mens medan mot nu nå når när og också også om och over på \
        samtidig samtidigt selv siden som så til till to under ut ved vi vid är å år",
    ordinals: None,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_is_read_in_the_language_of_the_article() {
        for (code, ahead, word, want) in [
            ("de", "", "Nr", Stop::BeforeNumber),
            ("de", "", "bzw", Stop::Title),
            ("de", "", "z", Stop::Title),
            ("de", "z", "B", Stop::Either),
            ("de", "", "usw", Stop::Either),
            ("de", "", "Brücke", Stop::Plain),
            ("de", "Frau", "Rep", Stop::Plain),
            ("fr", "", "Mme", Stop::Title),
            ("fr", "les", "gens", Stop::Plain),
            ("es-MX", "", "Sra", Stop::Title),
            ("nl", "", "bijv", Stop::Title),
            ("sv", "på", "det", Stop::Plain),
            ("en", "", "Mr", Stop::Title),
            ("vi", "", "Mr", Stop::Title),
        ] {
            assert_eq!(Stops::of_language(Some(code)).after(word, ahead), want, "{code} {word}");
        }
    }

    #[test]
    fn ordinals_are_read_where_the_language_has_them() {
        let german = Stops::of_language(Some("de"));
        for (ahead, number, next, want) in [
            ("vom", "1", "April", true),
            ("", "14", "Juli", true),
            ("der", "2", "Weltkrieg", true),
            ("Ludwig", "XIV", "Hof", true),
            ("am", "3", "4", true),
            ("Platz", "3", "Danach", false),
            ("der", "3", "Die", false),
            ("Stimmen", "32", "Bürgermeisterin", false),
            ("im", "2027", "Jahr", false),
        ] {
            assert_eq!(german.is_ordinal(ahead, number, next), want, "{ahead} {number}. {next}");
        }
        assert!(!Stops::of_language(None).is_ordinal("the", "2", "April"));
    }
}
