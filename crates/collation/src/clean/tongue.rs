//! The language of a text, where the text tells it.

use whatlang::Lang;

/// Characters that are looked at.
const ENOUGH: usize = 4_000;

/// ISO 639-1 of the language that `text` is written in (639-3 where there is no shorter one).
/// `None` where the text is too short or too mixed to tell.
pub fn language(text: &str) -> Option<&'static str> {
    let end = text.char_indices().nth(ENOUGH).map_or(text.len(), |(at, _)| at);
    let info = whatlang::detect(text.get(..end)?)?;
    let letters = text.chars().take(ENOUGH).filter(|c| c.is_alphabetic()).count();
    let sure = info.is_reliable() || info.confidence() > 0.5 && letters >= 200;
    (sure && letters >= 20).then(|| code(info.lang()))
}

fn code(lang: Lang) -> &'static str {
    match lang.code() {
        "eng" => "en",
        "rus" => "ru",
        "cmn" => "zh",
        "spa" => "es",
        "por" => "pt",
        "ita" => "it",
        "ben" => "bn",
        "fra" => "fr",
        "deu" => "de",
        "ukr" => "uk",
        "kat" => "ka",
        "ara" => "ar",
        "hin" => "hi",
        "jpn" => "ja",
        "heb" => "he",
        "yid" => "yi",
        "pol" => "pl",
        "amh" => "am",
        "jav" => "jv",
        "kor" => "ko",
        "nob" => "nb",
        "dan" => "da",
        "swe" => "sv",
        "fin" => "fi",
        "tur" => "tr",
        "nld" => "nl",
        "hun" => "hu",
        "ces" => "cs",
        "ell" => "el",
        "bul" => "bg",
        "bel" => "be",
        "mar" => "mr",
        "kan" => "kn",
        "ron" => "ro",
        "slv" => "sl",
        "hrv" => "hr",
        "srp" => "sr",
        "mkd" => "mk",
        "lit" => "lt",
        "lav" => "lv",
        "est" => "et",
        "tam" => "ta",
        "vie" => "vi",
        "urd" => "ur",
        "tha" => "th",
        "guj" => "gu",
        "uzb" => "uz",
        "pan" => "pa",
        "aze" => "az",
        "ind" => "id",
        "tel" => "te",
        "pes" => "fa",
        "mal" => "ml",
        "ori" => "or",
        "mya" => "my",
        "nep" => "ne",
        "sin" => "si",
        "khm" => "km",
        "tuk" => "tk",
        "aka" => "ak",
        "zul" => "zu",
        "sna" => "sn",
        "afr" => "af",
        "lat" => "la",
        "slk" => "sk",
        "cat" => "ca",
        "tgl" => "tl",
        "hye" => "hy",
        "epo" => "eo",
        "cym" => "cy",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_from_enough_text() {
        let english =
            "The minister said on Monday that the government would not change course, whatever its neighbours wished.";
        assert_eq!(language(english), Some("en"));
        assert_eq!(
            language(
                "Der Minister sagte am Montag, die Regierung werde ihren Kurs nicht ändern, was immer die Nachbarn wünschten."
            ),
            Some("de")
        );
        assert_eq!(language("Ok"), None);
        assert_eq!(language(""), None);
    }
}
