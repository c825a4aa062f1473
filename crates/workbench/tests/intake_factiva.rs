//! Factiva's layouts, written here by hand: pages with field names, pages without them, XML, and running text.

#![allow(clippy::unwrap_used)]

use workbench::intake;

/// `outlet | published | title | byline | agency | language: paragraphs` of each article.
#[track_caller]
fn check(name: &str, file: &str, expected: &[&str]) {
    let found = intake::read_bytes(name, file.as_bytes()).unwrap();
    let row = |article: &intake::Article| {
        let meta = &article.witness.meta;
        let show = |value: &Option<String>| value.clone().unwrap_or_default();
        let blocks = article.witness.blocks.iter().filter(|block| block.role.is_body());
        let body: Vec<&str> = blocks.map(|block| article.witness.text.slice(block.span)).collect();
        let facts = [&meta.outlet, &meta.published, &meta.title, &meta.byline, &meta.agency, &meta.language];
        format!("{}: {}", facts.map(show).join(" | "), body.join(" / "))
    };
    assert_eq!(found.articles.iter().map(row).collect::<Vec<_>>(), expected);
}

fn page(articles: &str) -> String {
    format!(
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n<html><head><title>Factiva</title></head>\
         <body class=''><div id=\"navcontainer\"><table><tr><td class=\"factivalogo\"><h1>Factiva</h1></td></tr></table></div><form><div id=\"contentWrapper\"><div id=\"contentLeft\">{articles}</div></div>\
         <div id=\"pageFooter\"><span class=\"copyright\">&copy; 2024 Factiva, Inc. All rights reserved.</span></div></form></body></html>"
    )
}

#[test]
fn pages_with_field_names() {
    let row = |name: &str, value: &str| {
        format!("<tr><td align=\"right\" valign=\"top\" class=\"index\"><b>{name}</b>&nbsp;</td><td>{value}</td></tr>")
    };
    let paragraph = |text: &str| format!("<p class=\"articleParagraph enarticleParagraph\">{text}</p>\n");
    let first = [
        row("SE", "News"),
        row("HD", "<b class='enHeadline'>Minister stands firm</b>\n"),
        row("BY", "By Jane Doe"),
        row("CR", "Reuters"),
        row("WC", "295 words"),
        row("PD", "4 April 2024"),
        row("ET", "15:32"),
        row("SN", "Daily Example"),
        row("SC", "DAYEX"),
        row("LA", "English"),
        row("CY", "(c) 2024 Daily Example Ltd. &nbsp;"),
        row("LP", &(paragraph("The minister said she would stay.") + &paragraph("Her party agreed."))),
        row("TD", &paragraph("Her critics did not.")),
        row("NS", "gpol : Domestic Politics | gcat : Political/General News"),
        row("AN", "Document DAYEX00020240404e7ct0001r"),
    ]
    .concat();
    let second = [
        row("HD", "<b class='frHeadline'>La ministre reste</b>"),
        row("PD", "5 avril 2024"),
        row("SN", "Journal d'exemple"),
        row("LP", &paragraph("La ministre a dit qu'elle ne partirait pas avant les vacances.")),
    ]
    .concat();
    let table = |rows: &str, language: &str| {
        format!(
            "<span></span><div class=\"article {language}Article\"><table cellpadding=\"1\" border=\"0\">{rows}</table><br/></div><br/>"
        )
    };
    check(
        "a.html",
        &page(&(table(&first, "en") + &table(&second, "fr"))),
        &[
            "Daily Example | 2024-04-04 | Minister stands firm | Jane Doe | Reuters | en: The minister said she would stay. / Her party agreed. / Her critics did not.",
            "Journal d'exemple | 2024-04-05 | La ministre reste |  |  | fr: La ministre a dit qu'elle ne partirait pas avant les vacances.",
        ],
    );
}

#[test]
fn pages_without_field_names() {
    let article = "<div class=\"article enArticle\"><div id=\"hd\"><span class=\"enHeadline\">Minister stands firm</span></div><div class=\"author\">Jane Doe</div>\
         <div>1,295 words</div><div>4 April 2024</div><div>15:32</div><div>Daily Example</div><div>DAYEX</div><div>12</div><div>English</div><div>(c) 2024 Daily Example Ltd.</div>\
         <p class=\"articleParagraph enarticleParagraph\">The minister said she would stay.</p><p class=\"articleParagraph enarticleParagraph\">Her critics were not pleased with what she had to say about it.</p>\
         <div>Document DAYEX00020240404e7ct0001r</div></div>";
    check(
        "a.html",
        &page(article),
        &[
            "Daily Example | 2024-04-04 | Minister stands firm | Jane Doe |  | en: The minister said she would stay. / Her critics were not pleased with what she had to say about it.",
        ],
    );
}

#[test]
fn xml() {
    let article = "<ppsarticle><article><accessionNo>DAYEX1</accessionNo><baseLanguage>EN</baseLanguage><copyright>(c) 2024</copyright>\
        <headline><paragraph display=\"Proportional\" lang=\"EN\">\n <hlt>Minister</hlt> stands firm</paragraph></headline><byline>By Jane Doe</byline>\
        <leadParagraph><paragraph display=\"Proportional\">The <hlt>minister</hlt> said &quot;no&quot;.</paragraph></leadParagraph>\
        <publicationDate><dateTime>2024-04-04T01:35:58Z</dateTime></publicationDate><publisherName>Company</publisherName><sourceName>Daily Example</sourceName>\
        <region code=\"usa\"><name>United States</name></region><tailParagraphs><paragraph>Her party agreed.</paragraph><paragraph>Her critics did not.</paragraph></tailParagraphs></article></ppsarticle>";
    let empty = "<ppsarticle><article><headline><paragraph>A picture</paragraph></headline></article></ppsarticle>";
    let file = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<PPSResponse><ppsArticleResponse xmlns=\"http://global.factiva.com/pps/2.0\"><ppsarticleResultSet count=\"2\">{article}{empty}</ppsarticleResultSet></ppsArticleResponse></PPSResponse>"
    );
    check(
        "a.xml",
        &file,
        &[
            "Daily Example | 2024-04-04T01:35:58Z | Minister stands firm | Jane Doe |  | en: The minister said \"no\". / Her party agreed. / Her critics did not.",
        ],
    );
}

const FIELDS: &str = "SE\tNews\nHD\tMinister stands firm\nBY\tBy Jane Doe\nCR\tReuters\nWC\t295 words\nPD\t4 April 2024\nET\t15:32\nSN\tDaily Example\n\
    SC\tDAYEX\nLA\tEnglish\nCY\t(c) 2024 Daily Example Ltd.\nLP\nThe minister said she would stay.\n\nHer party agreed.\nTD\nIN brief, her critics did not.\n\n\
    NS\tgpol : Domestic Politics | gcat : Political/General News\nPUB\tExample Media\nAN\tDocument DAYEX00020240404e7ct0001r\n\nPage 1 of 2 © 2024 Factiva, Inc. All rights reserved.\n\n\
    HD\nLa ministre reste\nWC\n95 mots\nPD\n5 avril 2024\nSN\nJournal d'exemple\nLP\nLa ministre a dit qu'elle ne partirait pas avant les vacances.\nAN\nDocument JOUREX0020240405e7ct0002s\n\n\
    Search Summary\nText\nminister\n";

const LINES: &str = "Minister stands firm\n\nBy Jane Doe\n1,295 words\n4 April 2024\n15:32\nDaily Example\nDAYEX\n12\nEnglish\n(c) 2024 Daily Example Ltd.\n\n\
    The minister said she would stay.\n\nHer critics were not pleased with what she had to say about it.\n\nDocument DAYEX00020240404e7ct0001r\n\n\
    Politics\nCritics of the minister answer\n95 words\n5 April 2024\nSample Times\nSAMTIM\nEnglish\nThe critics answered on Friday that they would wait for the vote.\n\nDocument SAMTIM0020240405e7ct0002s\n";

const READ_FIELDS: &[&str] = &[
    "Daily Example | 2024-04-04 | Minister stands firm | Jane Doe | Reuters | en: The minister said she would stay. / Her party agreed. / IN brief, her critics did not.",
    "Journal d'exemple | 2024-04-05 | La ministre reste |  |  | fr: La ministre a dit qu'elle ne partirait pas avant les vacances.",
];

const READ_LINES: &[&str] = &[
    "Daily Example | 2024-04-04 | Minister stands firm | Jane Doe |  | en: The minister said she would stay. / Her critics were not pleased with what she had to say about it.",
    "Sample Times | 2024-04-05 | Critics of the minister answer |  |  | en: The critics answered on Friday that they would wait for the vote.",
];

#[test]
fn running_text() {
    let rtf = |text: &str| {
        let line = |line: &str| {
            let line: String =
                line.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{}?", c as u32) }).collect();
            format!("\\pard {}\\par\n", line.replace('\t', "\\tab "))
        };
        format!("{{\\rtf1\\ansi {}}}", text.lines().map(line).collect::<String>())
    };
    check("a.txt", FIELDS, READ_FIELDS);
    check("a.rtf", &rtf(FIELDS), READ_FIELDS);
    check("a.txt", LINES, READ_LINES);
    check("a.rtf", &rtf(LINES), READ_LINES);
    let report =
        "The minister stays\n\nDocument 12 of the file says that 295 words were cut from it on 4 April 2024.\n";
    assert_eq!(intake::read_bytes("a.txt", report.as_bytes()).unwrap().articles.len(), 1);
}

#[test]
fn a_page_about_factiva_is_a_page() {
    let page = "<html><head><title>What Factiva is</title></head><body><article><h1>What Factiva is</h1><p>Factiva is a service that keeps newspaper articles, and this page tells what is in it, at some length so that it counts.</p><p>It is used by librarians, by journalists and by people who want to know what the papers said of them ten years ago.</p></article></body></html>";
    assert_eq!(intake::read_bytes("a.html", page.as_bytes()).unwrap().articles.len(), 1);
}
