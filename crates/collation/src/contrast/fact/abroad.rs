//! Figures in German, French, Spanish, Italian, Dutch and Portuguese, in the normal form of [`super::figures`]:
//! `12,5 Millionen Euro`, `41.000 Fahrzeuge`, `1 200 bus`, `3. März`, `41 zu 32 Stimmen`.
//!
//! Reads less than English is read: no shares in words, no clock times but `17:30`. What it can't read with
//! certainty it leaves out.

use super::figures::{Amount, Bound, Figure, Value, collected};
use crate::segment::{Token, TokenKind, primary_language};

/// The words of one language that make figures, without accents, each list divided by spaces.
#[derive(Debug)]
pub(super) struct Tongue {
    /// From January on.
    months: &'static str,
    /// From Monday on.
    weekdays: &'static str,
    /// From two to twelve.
    small: &'static str,
    thousand: &'static str,
    million: &'static str,
    billion: &'static str,
    /// `%` is always one.
    percent: &'static str,
    about: &'static str,
    at_least: &'static str,
    at_most: &'static str,
    /// Between the ends of a range, and between the sides of a vote.
    ranges: &'static str,
    votes: &'static str,
    /// What stands between a number and its unit.
    of: &'static str,
    /// Words that hold sentences together.
    function: &'static str,
}

/// Currencies in all these languages, after the name they have in [`Value::Money`].
const CURRENCIES: &str = "euro:€ euro euros eur|dollar:$ dollar dollars dolar dolares dollari us-dollar us-dollars|\
     pound:£ pfund livres libras sterline pond|franc:franken francs franc franchi";

/// Who votes, in all of them.
const VOTES: &str = "stimmen voix votos voti stemmen";

impl Tongue {
    /// By an ISO 639-1 code; `None` for languages whose figures are not read here.
    pub(super) fn of_language(code: Option<&str>) -> Option<&'static Self> {
        match primary_language(code?).as_str() {
            "de" => Some(&GERMAN),
            "fr" => Some(&FRENCH),
            "es" => Some(&SPANISH),
            "it" => Some(&ITALIAN),
            "nl" => Some(&DUTCH),
            "pt" => Some(&PORTUGUESE),
            _ => None,
        }
    }

    /// True for words that say nothing of what a figure is about.
    pub(super) fn is_function(&self, norm: &str) -> bool {
        has(self.function, norm)
    }

    /// The figures among `tokens`, in text order.
    pub(super) fn figures(&'static self, tokens: &[Token]) -> Vec<Figure> {
        let reader = Reader { tokens, tongue: self };
        collected(tokens, |at| reader.figure(at))
    }
}

struct Reader<'a> {
    tokens: &'a [Token],
    tongue: &'static Tongue,
}

impl Reader<'_> {
    fn norm(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.norm.as_str())
    }

    fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.norm(at))
    }

    fn figure(&self, at: usize) -> Option<(usize, Option<Value>)> {
        self.calendar(at).or_else(|| self.clock(at)).or_else(|| self.score(at)).or_else(|| self.amount(at))
    }

    fn calendar(&self, at: usize) -> Option<(usize, Option<Value>)> {
        let norm = self.norm(at);
        if let Some(day) = place(self.tongue.weekdays, norm) {
            return Some((1, Some(Value::Weekday(day as u8))));
        }
        let day = norm.trim_end_matches("er").parse::<u8>().ok().filter(|day| (1..=31).contains(day));
        let mut next = at;
        if day.is_some() {
            next += 1;
            while self.norm(next) == "." || has(self.tongue.of, self.norm(next)) && next < at + 3 {
                next += 1;
            }
        }
        let month = place(self.tongue.months, self.norm(next))? as u8 + 1;
        let mut length = next + 1 - at;
        let gap = usize::from(has(self.tongue.of, self.norm(at + length)));
        let year = year_of(self.norm(at + length + gap));
        length += if year.is_some() { gap + 1 } else { 0 };
        Some((length, Some(Value::Date { month, day, year })))
    }

    /// `17:30`; `17.30` may be a number.
    fn clock(&self, at: usize) -> Option<(usize, Option<Value>)> {
        let (hour, minutes) = self.norm(at).split_once(':')?;
        let hour: u16 = hour.parse().ok().filter(|&hour| hour < 24)?;
        let minutes: u16 = minutes.parse().ok().filter(|&minutes| minutes < 60 && self.norm(at).len() <= 5)?;
        Some((1, Some(Value::Clock { minutes: hour * 60 + minutes, exact: true, halved: true })))
    }

    /// `41 zu 32 Stimmen`, `41 voix contre 32`.
    fn score(&self, at: usize) -> Option<(usize, Option<Value>)> {
        let whole = |at: usize| self.norm(at).parse::<u32>().ok();
        let first = whole(at)?;
        let named = usize::from(has(VOTES, self.norm(at + 1)));
        if !has(self.tongue.votes, self.norm(at + 1 + named)) {
            return None;
        }
        let second = whole(at + 2 + named)?;
        let length = 3 + named;
        (named == 1 || has(VOTES, self.norm(at + length)))
            .then_some((length, Some(Value::Score(first.max(second), first.min(second)))))
    }

    fn amount(&self, at: usize) -> Option<(usize, Option<Value>)> {
        let sign = usize::from(matches!(self.norm(at), "$" | "€" | "£"));
        let (digits, number) = self.number(at + sign)?;
        let length = sign + digits;
        if self.is_range(at, length) {
            return Some((length, None));
        }
        let amount = Amount { number, bound: self.bound(at) };
        if sign == 1 {
            return Some((length, currency(self.norm(at)).map(|name| Value::Money(amount, name))));
        }
        let gap = usize::from(has(self.tongue.of, self.norm(at + length)));
        let next = self.norm(at + length + gap);
        if let Some(name) = currency(next) {
            return Some((length + gap + 1, Some(Value::Money(amount, name))));
        }
        if next == "%" || has(self.tongue.percent, next) {
            return Some((length + gap + 1, Some(Value::Percent(amount))));
        }
        if matches!(next, "pour" | "por" | "per") && matches!(self.norm(at + length + 1), "cent" | "ciento" | "cento") {
            return Some((length + 2, Some(Value::Percent(amount))));
        }
        if length == 1 && year_of(self.norm(at)).is_some() && gap == 0 {
            return Some((1, None));
        }
        let unit = self.tokens.get(at + length + gap).filter(|token| token.kind == TokenKind::Word);
        let unit = unit.filter(|token| token.norm.chars().count() > 3 && !self.tongue.is_function(&token.norm));
        // "19 septembre": the day was read above, "19 hijackers of September" is none.
        let unit = unit.filter(|token| place(self.tongue.months, &token.norm).is_none());
        match unit {
            Some(unit) => Some((length + gap + 1, Some(Value::Count(amount, unit.stem.clone())))),
            None => Some((length, None)),
        }
    }

    /// The number that begins at `at`: its number of tokens, and its value.
    fn number(&self, at: usize) -> Option<(usize, f64)> {
        let norm = self.norm(at);
        let mut length = 1;
        let mut number = match place(self.tongue.small, norm) {
            Some(small) => small as f64 + 2.0,
            None => digits(norm, self.tongue)?,
        };
        // "1 200": groups of three with spaces between.
        let is_group = |norm: &str| norm.len() == 3 && norm.chars().all(|c| c.is_ascii_digit());
        let leads = norm.len() <= 3 && norm.chars().all(|c| c.is_ascii_digit()) && !norm.starts_with('0');
        while leads && is_group(self.norm(at + length)) && length < 4 && self.is_one_space(at + length) {
            number = number * 1e3 + self.norm(at + length).parse::<f64>().ok()?;
            length += 1;
        }
        while let Some(by) = self.tongue.multiplier(self.norm(at + length)) {
            number *= by;
            length += 1 + usize::from(self.norm(at + length + 1) == "." && self.norm(at + length).len() <= 3);
        }
        Some((length, number))
    }

    /// True where one character stands between the token at `at` and the one before.
    fn is_one_space(&self, at: usize) -> bool {
        let end = at.checked_sub(1).and_then(|before| self.tokens.get(before)).map(|token| token.span.end + 1);
        end == self.tokens.get(at).map(|token| token.span.start)
    }

    fn is_range(&self, at: usize, length: usize) -> bool {
        let joins = |norm: &str| norm == "-" || has(self.tongue.ranges, norm);
        let behind = joins(self.norm(at + length)) && self.number(at + length + 1).is_some();
        let ahead = at >= 2 && joins(self.before(at, 1)) && self.number(at - 2).is_some();
        behind || ahead
    }

    fn bound(&self, at: usize) -> Bound {
        let (two, one) = (self.before(at, 2), self.before(at, 1));
        let pair = format!("{two}_{one}");
        let is = |list: &str| has(list, one) || has(list, &pair);
        if is(self.tongue.at_least) {
            Bound::AtLeast
        } else if is(self.tongue.at_most) {
            Bound::AtMost
        } else if is(self.tongue.about) {
            Bound::About
        } else {
            Bound::Exact
        }
    }
}

impl Tongue {
    fn multiplier(&self, norm: &str) -> Option<f64> {
        let lists = [(self.thousand, 1e3), (self.million, 1e6), (self.billion, 1e9)];
        lists.into_iter().find(|(list, _)| has(list, norm)).map(|(_, by)| by)
    }
}

/// `41.000`, `1.234,5`, `12,5`, `41'000`, `12mila`. A point before three digits divides thousands here, and a
/// comma before three may do either.
fn digits(norm: &str, tongue: &Tongue) -> Option<f64> {
    let split = norm.find(|c: char| c.is_alphabetic()).unwrap_or(norm.len());
    let (number, suffix) = norm.split_at_checked(split)?;
    let by = if suffix.is_empty() { 1.0 } else { tongue.multiplier(suffix)? };
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = match number.split_once(',') {
        Some((_, fraction)) if fraction.len() == 3 || fraction.contains([',', '.']) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None => (number, ""),
    };
    let groups: Vec<&str> = whole.split(['.', '\'']).collect();
    let value = match groups.as_slice() {
        [whole] => format!("{whole}.{fraction}0"),
        // "12.5", as Mexico writes it.
        [whole, part] if part.len() < 3 && fraction.is_empty() => format!("{whole}.{part}"),
        groups if groups.iter().skip(1).all(|group| group.len() == 3) => format!("{}.{fraction}0", groups.concat()),
        _ => return None,
    };
    value.parse::<f64>().ok().map(|number| number * by)
}

fn year_of(norm: &str) -> Option<u16> {
    norm.parse().ok().filter(|year| norm.len() == 4 && (1900..2100).contains(year))
}

fn currency(norm: &str) -> Option<&'static str> {
    let known = CURRENCIES.split('|').filter_map(|line| line.split_once(':'));
    known.filter(|(_, names)| has(names, norm)).map(|(name, _)| name).next()
}

fn has(list: &str, norm: &str) -> bool {
    !norm.is_empty() && list.split(' ').any(|word| word == norm)
}

fn place(list: &str, norm: &str) -> Option<usize> {
    list.split(' ').position(|word| word == norm)
}

static GERMAN: Tongue = Tongue {
    months: "januar februar marz april mai juni juli august september oktober november dezember",
    weekdays: "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    small: "zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
    thousand: "tausend tsd",
    million: "million millionen mio mill",
    billion: "milliarde milliarden mrd",
    percent: "prozent",
    about: "rund etwa circa ca knapp fast ungefahr gut nahezu geschatzt",
    at_least: "mehr_als uber mindestens wenigstens",
    at_most: "weniger_als hochstens bis_zu unter maximal",
    ranges: "bis und oder",
    votes: "zu gegen",
    of: "",
    function: "der die das den dem des ein eine einen einem einer eines und oder in im am an auf aus bei mit nach von vom \
         vor zu zum zur fur gegen um uber unter durch bis seit er sie es wir ich man ihr sein seine ihre sich nicht \
         auch noch nur als wie dass ist sind war waren wird werden wurde wurden hat haben hatte hatten kann konnen soll sollen",
};

static FRENCH: Tongue = Tongue {
    months: "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche",
    small: "deux trois quatre cinq six sept huit neuf dix onze douze",
    thousand: "mille",
    million: "million millions",
    billion: "milliard milliards",
    percent: "",
    about: "environ quelque quelques pres_de presque",
    at_least: "plus_de au_moins",
    at_most: "moins_de au_plus jusqu'_a",
    ranges: "a et ou",
    votes: "contre a",
    of: "de d'",
    function: "le la les un une des du de d' l' et ou en dans a au aux par pour sur avec sans ce cette ces il elle ils elles on \
         nous vous se s' qui que qu' ne pas plus est sont etait etaient a ont avait son sa ses leur leurs sera",
};

static SPANISH: Tongue = Tongue {
    months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    weekdays: "lunes martes miercoles jueves viernes sabado domingo",
    small: "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    thousand: "mil",
    million: "millon millones",
    billion: "",
    percent: "",
    about: "unos unas cerca_de casi alrededor_de aproximadamente",
    at_least: "mas_de al_menos",
    at_most: "menos_de hasta",
    ranges: "a y o",
    votes: "contra a",
    of: "de",
    function: "el la los las un una unos unas de del al a y o en por para con sin se su sus que no es son era eran fue ha han \
         lo le les este esta ese esa como mas",
};

static ITALIAN: Tongue = Tongue {
    months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    weekdays: "lunedi martedi mercoledi giovedi venerdi sabato domenica",
    small: "due tre quattro cinque sei sette otto nove dieci undici dodici",
    thousand: "mila",
    million: "milione milioni",
    billion: "miliardo miliardi",
    percent: "",
    about: "circa quasi",
    at_least: "piu_di oltre almeno",
    at_most: "meno_di fino_a",
    ranges: "a e o",
    votes: "contro a",
    of: "di",
    function: "il lo la i gli le un uno una di del della dei delle da dal dalla a al alla e o in nel nella per con su sul sulla \
         si che non e sono era erano ha hanno suo sua loro questo questa come piu",
};

static DUTCH: Tongue = Tongue {
    months: "januari februari maart april mei juni juli augustus september oktober november december",
    weekdays: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    small: "twee drie vier vijf zes zeven acht negen tien elf twaalf",
    thousand: "duizend",
    million: "miljoen mln",
    billion: "miljard mld",
    percent: "procent",
    about: "ongeveer circa ca bijna zo'n rond",
    at_least: "meer_dan minstens ruim",
    at_most: "minder_dan hoogstens maximaal",
    ranges: "tot en of",
    votes: "tegen tot",
    of: "",
    function: "de het een en of in op aan bij met van voor naar uit over onder door tot om te er hij zij ze het we wij ik men \
         zijn haar hun zich niet ook nog maar als dat die is was waren wordt worden werd werden heeft hebben had",
};

static PORTUGUESE: Tongue = Tongue {
    months: "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    weekdays: "segunda-feira terca-feira quarta-feira quinta-feira sexta-feira sabado domingo",
    small: "dois tres quatro cinco seis sete oito nove dez onze doze",
    thousand: "mil",
    million: "milhao milhoes",
    billion: "bilhao bilhoes",
    percent: "",
    about: "cerca_de quase aproximadamente",
    at_least: "mais_de pelo_menos",
    at_most: "menos_de ate",
    ranges: "a e ou",
    votes: "contra a",
    of: "de",
    function: "o a os as um uma de do da dos das em no na nos nas e ou por para com sem se seu sua que nao foi sao era tem \
         ao aos pelo pela este esta como mais",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;
    use crate::span::Text;

    fn read(language: &str, text: &str) -> Vec<Value> {
        let tokens = segment(&Text::new(text), &[], Some(language)).tokens;
        let tongue = Tongue::of_language(Some(language));
        tongue
            .map(|tongue| tongue.figures(&tokens))
            .unwrap_or_default()
            .into_iter()
            .map(|figure| figure.value)
            .collect()
    }

    fn agree(language: &str, a: &str, b: &str) -> Option<bool> {
        let (a, b) = (read(language, a), read(language, b));
        let (a, b) = (a.first()?, b.first()?);
        a.comparable(b).then(|| a.agrees(b))
    }

    #[test]
    fn figures_are_read_as_the_language_writes_them() {
        for (language, a, b, expected) in [
            ("de", "12,5 Millionen Euro", "12.500.000 €", true),
            ("de", "12 Millionen Euro", "14 Mio. Euro", false),
            ("de", "41.000 Fahrzeuge", "41 Tausend Fahrzeuge", true),
            ("de", "41.000 Fahrzeuge", "45.000 Fahrzeuge", false),
            ("de", "rund 18.000 Kisten", "18.320 Kisten", true),
            ("de", "am 3. März 2026", "am 3. März", true),
            ("de", "am 3. März", "am 4. März", false),
            ("de", "am Montag", "am Dienstag", false),
            ("de", "mit 41 zu 32 Stimmen", "mit 41 gegen 32 Stimmen", true),
            ("de", "mit 41 zu 32 Stimmen", "mit 41 zu 31 Stimmen", false),
            ("de", "drei Kähne", "3 Kähne", true),
            ("de", "45 Prozent", "47 %", false),
            ("fr", "1 200 navires", "1.200 navires", true),
            ("fr", "12 millions d'euros", "14 millions d'euros", false),
            ("fr", "30 pour cent", "30 %", true),
            ("fr", "le 1er avril", "le 2 avril", false),
            ("es", "3,5 millones de euros", "3.500.000 euros", true),
            ("es", "el 3 de marzo de 2026", "el 4 de marzo", false),
            ("it", "12mila navi", "12.000 navi", true),
            ("it", "2 miliardi di euro", "3 miliardi di euro", false),
            ("nl", "2,5 miljard euro", "2,5 mld euro", true),
            ("pt", "2 milhões de euros", "3 milhões de euros", false),
        ] {
            assert_eq!(agree(language, a, b), Some(expected), "{a} / {b}");
        }
    }

    #[test]
    fn what_is_no_plain_figure_is_passed_over() {
        for (language, text) in [
            ("de", "20 bis 30 Kähne"),
            ("de", "im Jahr 2019 wurde"),
            ("de", "12,500 Kähne"),
            ("fr", "de 20 à 30 navires"),
            ("vi", "12 triệu euro"),
        ] {
            assert_eq!(read(language, text), Vec::new(), "{text}");
        }
        assert_eq!(agree("de", "12 Kähne", "12 Brücken"), None);
    }
}
