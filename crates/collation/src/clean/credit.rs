//! Lines about the article's makers: bylines, contributors, picture credits, and who the wire was.

/// News agencies: the name that is shown, and how they sign in lower case.
const AGENCIES: &str = "AP=ap,associated press,the associated press|Reuters=reuters,thomson reuters|AFP=afp,agence france-presse|\
     dpa=dpa|TASS=tass,itar-tass,тасс|Interfax=interfax,интерфакс|RIA Novosti=ria novosti,риа новости|\
     Xinhua=xinhua|UPI=upi|ANSA=ansa|EFE=efe|PTI=pti|ANI=ani|IANS=ians|Kyodo=kyodo|Yonhap=yonhap|\
     Anadolu=anadolu,anadolu agency,aa|Bloomberg=bloomberg|APA=apa|Belga=belga|ANP=anp|PAP=pap|\
     Ukrinform=ukrinform|UNN=unn|The Canadian Press=cp,the canadian press|AAP=aap|Sputnik=sputnik|\
     Bernama=bernama|Antara=antara|VNA=vna,ttxvn";

/// Words that open a byline.
const BYLINE_OPENINGS: &str = "by |By |BY |By: |Written by |Story by |Von |Par |Por |Di |Da |Door |Av |Автор: |Text: |Author: |\
     Reported by |Reporting by |Words by |Posted by |Published by ";
/// Words of a byline that are no names.
const BYLINE_JOINTS: &str = "and de van von der den al bin da di und et y e of for in the & - – — • la le";
/// What a line says that names who else worked on the article.
const PHRASES: &str = "contributed reporting|contributed to this report|contributed to this story|contributed to this article|\
     additional reporting by|additional reporting from|(reporting by|reporting by |(editing by|editing by ";
/// Beginnings of captions and credits.
const OPENINGS: &str = "photo:|photos:|photo by|photo credit|photograph:|photograph by|image:|image credit|image source|picture:|\
     file photo:|file photo|caption:|photo courtesy|foto:|bild:|фото:|ảnh:|photo/|photo -|ap photo|\
     illustration:|getty images|handout photo|credit:|pic:";
/// Ends of captions: who owns the picture.
const ENDINGS: &str = "getty images|via getty|shutterstock|ap photo|file photo|handout|stock photo|ap images|alamy|\
     getty/instagram|via ap|via reuters|via afp";
/// What stands in the brackets that end a caption.
const CREDITS: &str = "photo:|image:|foto:|фото:|ảnh:|picture:|photo by|pic:|photograph:|bild:|credit:|ap photo|photo credit|\
     image credit|photo courtesy|file photo|afp via getty|getty images|photo ©";

/// The agency that signs as `name`, by the name that is shown.
pub fn agency(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    let mut agencies = AGENCIES.split('|').filter_map(|agency| agency.split_once('='));
    agencies.find(|(_, signatures)| signatures.split(',').any(|signature| signature == name)).map(|(shown, _)| shown)
}

/// The names in a byline such as `By Jane Doe and John Roe`, without the word that opens it.
pub fn byline(line: &str) -> Option<&str> {
    let line = line.trim();
    let names = BYLINE_OPENINGS.split('|').find_map(|opening| line.strip_prefix(opening))?.trim();
    let words: Vec<&str> = names.split_whitespace().collect();
    let looks_like_names = words.iter().all(|word| {
        *word == "|"
            || BYLINE_JOINTS.split(' ').any(|joint| joint == *word)
            || word.chars().next().is_some_and(|c| c.is_uppercase() || c == '@' || c == '(' || c.is_ascii_digit())
    });
    let first_is_name = words.first().and_then(|word| word.chars().next()).is_some_and(char::is_uppercase);
    let is_sentence = names.ends_with(['!', '?', ':', '”', '"']) || names.ends_with('.') && words.len() > 6;
    (first_is_name && looks_like_names && words.len() <= 16 && !is_sentence)
        .then(|| names.trim_end_matches([',', '.', ' ']))
}

/// True for a line at the end that names who else worked on the article.
pub(super) fn is_contribution(line: &str) -> bool {
    let line = line.to_lowercase();
    line.chars().count() <= 300
        && PHRASES.split('|').any(|phrase| line.contains(phrase))
        && !line.contains(['"', '“', '”'])
}

/// True where the line is, or ends in, the credit of a picture: what it says it shows.
pub(super) fn is_caption(line: &str) -> bool {
    if line.chars().count() > 400 {
        return false;
    }
    let lower = line.trim().to_lowercase();
    let bare = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
    if OPENINGS.split('|').any(|opening| lower.starts_with(opening))
        || ENDINGS.split('|').any(|ending| bare.ends_with(ending))
    {
        // "Getty Images said …" is a sentence.
        return !speaks(&lower);
    }
    let last_bracket = line.rfind(['(', '[']).filter(|_| line.trim_end().trim_end_matches('.').ends_with([')', ']']));
    let in_brackets = last_bracket.and_then(|at| line.get(at + 1..)).map(str::to_lowercase);
    if in_brackets.is_some_and(|credit| CREDITS.split('|').any(|word| credit.contains(word))) {
        return true;
    }
    // "… in Hanoi on Monday. REUTERS/Jane Doe"
    let tail = lower.rsplit(['.', '|', '—', '–']).map(str::trim).find(|part| !part.is_empty()).unwrap_or_default();
    let signed = ["reuters/", "afp/", "ap/", "epa/", "epa-efe/", "tass/", "photo: ", "photo by "];
    tail.split_whitespace().count() <= 6 && tail != bare && signed.iter().any(|sign| tail.starts_with(sign))
}

fn speaks(lower: &str) -> bool {
    lower
        .split_whitespace()
        .any(|word| matches!(word.trim_matches(|c: char| !c.is_alphanumeric()), "said" | "says" | "told" | "shows"))
        && lower.split_whitespace().count() > 12
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makers_are_told_from_sentences() {
        for (line, expected) in [
            ("By Jane Doe", Some("Jane Doe")),
            ("By JANE DOE and JOHN ROE", Some("JANE DOE and JOHN ROE")),
            ("Von Hanna Muster, Berlin", Some("Hanna Muster, Berlin")),
            ("By Monday the talks had failed.", None),
            ("By then it was too late", None),
            ("By the River Thames", None),
            ("Jane Doe", None),
        ] {
            assert_eq!(byline(line), expected, "for {line:?}");
        }
    }

    #[test]
    fn captions_are_told_from_sentences() {
        for (line, expected) in [
            ("The minister in Hanoi (Photo: Daily).", true),
            ("The minister arrives on Monday. REUTERS/Jane Doe", true),
            ("Photo: Jane Doe", true),
            ("Supporters wait outside. Getty Images", true),
            ("He showed a photo: it was blank.", false),
            ("The photo (taken in May) was false.", false),
        ] {
            assert_eq!(is_caption(line), expected, "for {line:?}");
        }
    }
}
