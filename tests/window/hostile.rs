//! Articles that nobody meant well: scripts of the world, characters that cannot be seen, sentences without end. The
//! window paints them in every view, and what is copied is what stood in the file.

use std::fs;
use std::path::{Path, PathBuf};

use egui::{Key, MissingGlyphPolicy, Modifiers};
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::Window;

/// Two statements in each script: the first stands in two reports, the other in one of them.
const SCRIPTS: [(&str, &str, &str); 9] = [
    ("arabic", "أغلق الميناء الجسر صباح الثلاثاء بعد العثور على شقوق.", "قال الوزير إن الإصلاح يستغرق أسابيع."),
    ("hebrew", "הנמל סגר את הגשר ביום שלישי בבוקר לאחר שנמצאו סדקים.", "השר אמר שהתיקון יימשך שבועות."),
    ("hindi", "दरारें मिलने के बाद बंदरगाह ने मंगलवार सुबह पुल बंद कर दिया।", "मंत्री ने कहा कि मरम्मत में कई हफ़्ते लगेंगे।"),
    ("thai", "ท่าเรือปิดสะพานเมื่อเช้าวันอังคารหลังพบรอยร้าว", "รัฐมนตรีกล่าวว่าการซ่อมแซมจะใช้เวลาหลายสัปดาห์"),
    ("chinese", "港口周二早晨发现裂缝后关闭了大桥。", "部长说，维修需要几个星期。"),
    ("japanese", "港湾局は火曜日の朝、亀裂が見つかったため橋を閉鎖した。", "大臣は修理に数週間かかると述べた。"),
    ("korean", "항만청은 균열이 발견된 뒤 화요일 아침 다리를 폐쇄했다.", "장관은 수리에 몇 주가 걸릴 것이라고 말했다."),
    (
        "emoji",
        "The port 🏗️👩‍🔧 closed the bridge 🌉 on Tuesday 👨‍👩‍👧‍👦 after cracks were found 🇳🇴.",
        "“Weeks 🗓️,” said the minister 🧑🏽‍⚖️.",
    ),
    (
        "unseen",
        "The po\u{200b}rt clo\u{ad}sed the bridge on Tu\u{2060}esday after crac\u{300}\u{301}\u{302}\u{303}ks \u{202e}were\u{202c} found.",
        "\u{feff}The minister\u{200d} said e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} weeks\u{0}\u{7}.",
    ),
];

fn written(folder: &Path, articles: &[(&str, String)]) -> Vec<PathBuf> {
    let write = |(name, text): &(&str, String)| {
        let path = folder.join(format!("{name}.txt"));
        fs::write(&path, text).unwrap();
        path
    };
    articles.iter().map(write).collect()
}

/// Every view, density and panel that shows source words.
fn look_around(window: &mut Window) {
    for key in
        [Key::Num2, Key::Num3, Key::Num1, Key::D, Key::ArrowDown, Key::ArrowRight, Key::D, Key::ArrowDown, Key::D]
    {
        window.key(Modifiers::NONE, key);
    }
}

#[test]
fn scripts_of_the_world_are_painted_and_copied_verbatim() {
    for (name, shared, alone) in SCRIPTS {
        let folder = tempfile::tempdir().unwrap();
        let one = format!("{shared}\n\n{alone}\n");
        let other = format!("{shared}\n");
        let paths = written(folder.path(), &[("one", one), ("other", other)]);
        let size = [1440.0, 900.0];
        let mut window = Window::with(Picked::Files(paths), Pasted::default(), Vec::new(), size, egui::Theme::Light);
        // As in the program itself; the harness would rather have a panic than a box.
        window.harness.ctx.set_missing_glyph_policy(MissingGlyphPolicy::Tofu);
        window.click("Open articles… to begin");
        look_around(&mut window);
        // The harness has the bundled fonts alone, which have no letters of these; a reader is told why there are boxes.
        let is_told = window.app().messages().iter().any(|message| message.starts_with("No font on this computer has"));
        assert_eq!(is_told, name != "unseen", "{name}: {:?}", window.app().messages());
        window.click("Statement 1:");
        window.copy(true);
        let copied = window.clipboard.copied().plain;
        let seen = |text: &str| text.chars().filter(|letter| !letter.is_control()).collect::<String>();
        let copied = seen(&copied);
        let is_whole =
            [shared, alone].iter().any(|passage| copied.contains(seen(passage).trim_start_matches('\u{feff}')));
        assert!(is_whole, "{name}: neither passage stands in {copied:?}");
    }
}

#[test]
fn a_sentence_of_ten_thousand_words_and_a_line_of_a_megabyte_are_articles_too() {
    let folder = tempfile::tempdir().unwrap();
    let sentence =
        format!("The bridge closed on Tuesday, {}the port said.\n", "and the ferry left again, ".repeat(2000));
    let line = "The port closed the bridge on Tuesday. ".repeat(27_000);
    let unbroken = "x".repeat(100_000);
    let articles = [("sentence", sentence.clone()), ("line", line.clone()), ("word", unbroken)];
    let mut window = Window::opening(written(folder.path(), &articles));
    look_around(&mut window);
    let told: Vec<usize> = window.app().project().articles().iter().map(|article| article.witness.text.len()).collect();
    assert_eq!(told, [sentence.chars().count(), line.chars().count(), 100_000]);
    assert!(!window.has("stopped"), "{:?}", window.names("stopped"));
}
