//! The built program, as a script meets it: exit codes, messages, standard output.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::format_push_string)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;
use workbench::project::{Edit, Project, apply};

const BRIDGE: &str = "Bridge shut after inspection\n\nHALDEN, 13 October 2026. The harbour authority closed the bridge \
    on Tuesday.\n\n\u{201c}We closed the bridge as a precaution,\u{201d} Ilse Varga said. \u{201c}It will reopen when \
    engineers say it is safe.\u{201d}\n\nSome 41,000 vehicles cross the bridge each day.\n";
const CROSSING: &str = "Ministry closes crossing\n\nHALDEN. The bridge was closed on Tuesday by the harbour \
    authority.\n\nIlse Varga told reporters that they had closed the bridge \u{201c}as a precaution\u{201d}.\n\nAbout \
    41,000 vehicles cross it each day, =HYPERLINK(\"x\") <script>alert(1)</script> & more.\n";

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        fs::write(desk.path("bridge.txt"), BRIDGE).unwrap();
        fs::write(desk.path("crossing.txt"), CROSSING).unwrap();
        fs::write(desk.path("empty.txt"), "").unwrap();
        fs::create_dir(desk.path("folder")).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the program in the folder, so that arguments can be bare names.
    fn run(&self, arguments: &[&str]) -> Output {
        self.feed(arguments, "")
    }

    fn feed(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = program(self.folder.path(), arguments).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_owned();
        let feeder = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
        let output = child.wait_with_output().unwrap();
        feeder.join().unwrap();
        output
    }
}

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax-cli"));
    command.current_dir(folder).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Runs `arguments` (words) and checks the exit code and what stands on standard error.
fn check(arguments: &str, code: i32, on_stderr: &[&str]) -> Output {
    let arguments: Vec<&str> = arguments.split_whitespace().collect();
    let output = Desk::new().run(&arguments);
    let messages = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {messages}");
    for part in on_stderr {
        assert!(messages.contains(part), "{arguments:?}: no {part:?} in {messages:?}");
    }
    if code == 0 {
        assert_eq!(messages, "", "{arguments:?}");
    }
    if code == 2 {
        assert_eq!(text(&output.stdout), "", "{arguments:?}: nothing was done, so nothing is printed");
    }
    output
}

#[test]
fn all_good_is_0() {
    check("read bridge.txt crossing.txt", 0, &[]);
    check("quotes bridge.txt", 0, &[]);
    check("compare bridge.txt crossing.txt", 0, &[]);
    check("compare bridge.txt", 0, &[]);
    check("words", 0, &[]);
}

#[test]
fn help_and_version_are_0() {
    for arguments in ["--help", "compare --help", "--version"] {
        assert!(!check(arguments, 0, &[]).stdout.is_empty());
    }
}

#[test]
fn a_file_that_cannot_be_read_is_1_and_named_and_the_rest_is_there() {
    for command in ["read", "quotes"] {
        let output = check(&format!("{command} bridge.txt missing.txt crossing.txt"), 1, &["missing.txt"]);
        assert_eq!(text(&output.stdout).lines().count(), 2);
    }
    for bad in ["missing.txt", "folder", "empty.txt"] {
        let output = check(&format!("compare ./bridge.txt {bad} crossing.txt"), 1, &[bad]);
        let sheet: Value = serde_json::from_slice(&output.stdout).unwrap();
        let paths: Vec<&str> =
            sheet["articles"].as_array().unwrap().iter().map(|article| article["path"].as_str().unwrap()).collect();
        assert_eq!(paths, ["./bridge.txt", "crossing.txt"], "as they were typed");
    }
}

#[test]
fn nothing_done_is_2() {
    for command in ["read", "quotes", "compare"] {
        check(&format!("{command} missing.txt"), 2, &["missing.txt", "nothing was done"]);
        check(&format!("{command} missing.txt folder empty.txt"), 2, &["folder", "empty.txt"]);
        check(command, 2, &["FILES"]);
    }
    check("", 2, &[]);
    check("frobnicate", 2, &[]);
    check("compare --format poem bridge.txt", 2, &["poem"]);
    check("compare --events two bridge.txt", 2, &["two"]);
    check("compare --base C bridge.txt crossing.txt", 2, &["--base C", "A to B"]);
    check("compare --base 3 bridge.txt crossing.txt", 2, &["--base 3"]);
    check("compare bridge.txt -o bridge.txt", 2, &["nothing was done", "bridge.txt"]);
    check("compare bridge.txt -o no/such/folder.json", 2, &["no/such/folder.json"]);
    check("--threads 0 read bridge.txt", 2, &["threads"]);
}

#[test]
fn read_prints_the_text_verbatim_a_line_an_article_in_order() {
    let output = check("read crossing.txt bridge.txt", 0, &[]);
    let articles: Vec<Value> = text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(articles[0]["path"], "crossing.txt");
    assert_eq!(articles[0]["text"], CROSSING);
    assert_eq!(articles[1]["text"], BRIDGE);
}

#[test]
fn many_files_come_in_the_order_of_the_arguments() {
    let desk = Desk::new();
    let names: Vec<String> = (0..200).map(|n| format!("{n}.txt")).collect();
    for name in &names {
        fs::write(desk.path(name), format!("{name}\n\n{BRIDGE}")).unwrap();
    }
    let arguments: Vec<&str> = ["read"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let output = desk.run(&arguments);
    let paths: Vec<String> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["path"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(paths, names);
}

#[test]
fn standard_input_is_a_file_called_dash() {
    let output = Desk::new().feed(&["read", "-"], CROSSING);
    let article: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&article["path"], &article["text"]), (&"-".into(), &CROSSING.into()));
}

#[test]
fn the_base_is_chosen_by_letter() {
    let output = check("compare --events one --base b bridge.txt crossing.txt --format text", 0, &[]);
    assert!(text(&output.stdout).contains("(base)"), "{}", text(&output.stdout));
    let base: Vec<&str> = text(&output.stdout).lines().filter(|line| line.contains("(base)")).collect();
    assert!(base[0].starts_with('B'), "{base:?}");
}

#[test]
fn o_writes_what_would_be_printed() {
    let desk = Desk::new();
    for format in ["json", "markdown", "html", "csv", "csv-statements", "tsv", "text", "qdc", "ris"] {
        let printed = desk.run(&["compare", "bridge.txt", "crossing.txt", "--format", format]);
        let saved = desk.run(&["compare", "bridge.txt", "crossing.txt", "--format", format, "-o", "out"]);
        assert!(printed.status.success() && saved.status.success());
        assert_eq!(text(&saved.stdout), "");
        assert!(!printed.stdout.is_empty());
        assert_eq!(text(&printed.stdout), text(&fs::read(desk.path("out")).unwrap()), "{format}");
    }
}

#[test]
fn files_that_are_no_text_need_o() {
    let desk = Desk::new();
    for (format, starts) in [("xlsx", b"PK"), ("docx", b"PK"), ("qdpx", b"PK")] {
        let refused = desk.run(&["compare", "bridge.txt", "crossing.txt", "--format", format]);
        assert_eq!(refused.status.code(), Some(2));
        assert_eq!(text(&refused.stdout), "");
        assert!(text(&refused.stderr).contains(&format!("-o FILE.{format}")), "{}", text(&refused.stderr));
        let saved = desk.run(&["compare", "bridge.txt", "crossing.txt", "--format", format, "-o", "out"]);
        assert_eq!(saved.status.code(), Some(0), "{}", text(&saved.stderr));
        assert!(fs::read(desk.path("out")).unwrap().starts_with(starts));
    }
}

#[test]
fn a_failed_save_leaves_the_file_as_it_was() {
    let desk = Desk::new();
    fs::write(desk.path("out.html"), "before").unwrap();
    let output = desk.run(&["compare", "missing.txt", "-o", "out.html"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(desk.path("out.html")).unwrap(), "before");
}

#[test]
fn a_project_is_compared_with_its_rulings_and_columns() {
    let desk = Desk::new();
    let mut project = Project::default();
    let witnesses = ["bridge.txt", "crossing.txt"].map(|name| {
        let found = workbench::intake::read_path(&desk.path(name)).unwrap();
        found.articles.into_iter().next().unwrap().witness
    });
    apply(&mut project, Edit::AddArticles { at: None, witnesses: witnesses.to_vec() }).unwrap();
    let article = project.articles()[1].witness.key;
    apply(&mut project, Edit::SetBase { article }).unwrap();
    workbench::store::save(&desk.path("desk.parallax"), &project, None).unwrap();
    let output = desk.run(&["compare", "desk.parallax", "--events", "one", "--format", "text"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let base: Vec<&str> = text(&output.stdout).lines().filter(|line| line.contains("(base)")).collect();
    assert!(base[0].starts_with('B'), "{base:?}");
    let output = desk.run(&["compare", "desk.parallax", "bridge.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("by itself"), "{}", text(&output.stderr));
    let output = desk.run(&["compare", "none.parallax"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("none.parallax"), "{}", text(&output.stderr));
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let desk = Desk::new();
    for arguments in [
        vec!["read", "bridge.txt", "crossing.txt", "missing.txt"],
        vec!["quotes", "bridge.txt", "crossing.txt"],
        vec!["compare", "bridge.txt", "crossing.txt"],
        vec!["compare", "bridge.txt", "crossing.txt", "--events", "one", "--format", "html"],
    ] {
        let [one, two] = ["1", "2"].map(|threads| desk.run(&[arguments.clone(), vec!["--threads", threads]].concat()));
        assert_eq!(text(&one.stdout), text(&two.stdout), "{arguments:?}");
        assert_eq!(text(&one.stderr), text(&two.stderr), "{arguments:?}");
    }
}

#[test]
fn words_answers_line_by_line_in_order() {
    let long: Vec<String> = (0..3000).map(|n| format!("word{n}")).collect();
    let long = serde_json::json!({ "id": "long", "a": long, "b": ["word7"] }).to_string();
    let mut input = String::new();
    for n in 0..3000 {
        input.push_str(&format!("{{\"id\":{n},\"a\":[\"bridge\",\"closed\"],\"b\":[\"closed\",\"bridge\"]}}\n"));
    }
    input.push_str(&format!("\n{long}\n{{\"id\":\"last\",\"a\":[],\"b\":[]}}"));
    let outputs = ["1", "2"].map(|threads| Desk::new().feed(&["words", "--threads", threads], &input));
    assert_eq!(text(&outputs[0].stdout), text(&outputs[1].stdout));
    assert_eq!(outputs[0].status.code(), Some(0));
    let ids: Vec<Value> = text(&outputs[0].stdout)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone())
        .collect();
    let want: Vec<Value> = (0..3000).map(Value::from).chain(["long".into(), "last".into()]).collect();
    assert_eq!(ids, want);
}

#[test]
fn words_passes_over_what_is_no_pair_and_names_it() {
    let desk = Desk::new();
    let output = desk.feed(&["words"], "{\"id\":1,\"a\":[],\"b\":[]}\nnonsense\n{\"id\":2,\"a\":[\"a\"],\"b\":[]}\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).lines().count(), 2);
    assert!(text(&output.stderr).contains("line 2"), "{}", text(&output.stderr));
    let output = desk.feed(&["words"], "nonsense\n");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let desk = Desk::new();
    let names: Vec<String> = (0..100).map(|n| format!("{n}.txt")).collect();
    for name in &names {
        fs::write(desk.path(name), BRIDGE.repeat(40)).unwrap();
    }
    let arguments: Vec<&str> = ["read"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let mut child = program(desk.folder.path(), &arguments).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn own_verbs_and_names_are_taken_from_a_file() {
    let desk = Desk::new();
    fs::write(
        desk.path("hymn.txt"),
        "Carl Ode met the press. He yodelled that the bridge was lost and that it would stay shut.\n",
    )
    .unwrap();
    fs::write(
        desk.path("lists.json"),
        r#"{"own_verbs":[{"verb":"yodel yodels yodelled","class":"assert"}],"own_names":[["C. Ode","Carl Ode"]]}"#,
    )
    .unwrap();
    let quotations = |arguments: &[&str]| -> Value {
        let output = desk.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["quotations"].clone()
    };
    assert_eq!(quotations(&["quotes", "hymn.txt"]), Value::Array(Vec::new()));
    let found = quotations(&["quotes", "hymn.txt", "--own-lists", "lists.json"]);
    assert_eq!(found[0]["speaker"], "C. Ode");

    fs::write(desk.path("wrong.json"), r#"{"own_verbs":[{"verb":"yodel","class":"loud"}]}"#).unwrap();
    for (list, reason) in [
        ("wrong.json", "yodel is of class \"loud\", which is none of"),
        ("hymn.txt", "no JSON with own_verbs and own_names"),
        ("absent.json", "could not be read"),
    ] {
        let output = desk.run(&["quotes", "hymn.txt", "--own-lists", list]);
        assert_eq!(output.status.code(), Some(2), "{list}");
        assert!(output.stdout.is_empty());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(reason) && said.contains("nothing was done") && said.contains(list), "{said}");
    }
}

#[path = "../../collation/src/lexicon/model/made.rs"]
mod made;

#[test]
fn a_language_model_is_asked_for_and_named() {
    let desk = Desk::new();
    fs::write(desk.path("a.txt"), "The bridge was closed. Ferries run.\n").unwrap();
    fs::write(desk.path("b.txt"), "They closed the bridge. Nobody was hurt.\n").unwrap();
    fs::write(desk.path("made.model"), made::made_up_model()).unwrap();
    fs::write(desk.path("cut.model"), &made::made_up_model()[..1_000_000]).unwrap();
    let compare = |more: &[&str]| desk.run(&[&["compare", "a.txt", "b.txt", "--events", "one"], more].concat());
    let model_of = |output: &Output| {
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["model"].clone()
    };
    assert_eq!(model_of(&compare(&[])), "standard");
    let accurate = ["--model", "accurate", "--model-file", "made.model"];
    let once = compare(&accurate);
    assert_eq!(model_of(&once), "accurate");
    let alone = compare(&[&accurate[..], &["--threads", "1"]].concat());
    assert_eq!(once.stdout, alone.stdout, "the number of threads changes no byte");
    for (file, reason) in [
        ("absent.model", "is not there; tools/get-model fetches it"),
        ("cut.model", "is not complete"),
        ("a.txt", "no language model of Parallax"),
    ] {
        let output = compare(&["--model", "accurate", "--model-file", file]);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
        assert!(text(&output.stderr).contains(reason), "{}", text(&output.stderr));
    }
    let output = compare(&["--model-file", "made.model"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("--model accurate"), "{}", text(&output.stderr));
}

#[test]
fn words_that_join_others_are_no_other_words_for_what_means_something() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../sample_data/lindmoor-fares");
    let files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let output = Command::new(env!("CARGO_BIN_EXE_parallax-cli"))
        .args(["compare", "--events", "one"])
        .args(&files)
        .output()
        .unwrap();
    let sheet: Value = serde_json::from_slice(&output.stdout).unwrap();
    let words = |place: &Value| -> String {
        let article = sheet["articles"].as_array().unwrap().iter().find(|article| article["sigil"] == place["article"]);
        let at = |name: &str| place[name].as_u64().unwrap() as usize;
        article.unwrap()["text"].as_str().unwrap().chars().skip(at("start")).take(at("end") - at("start")).collect()
    };
    let mut swaps = 0;
    for reading in sheet["statements"].as_array().unwrap().iter().flat_map(|row| row["readings"].as_array().unwrap()) {
        for run in reading["runs"].as_array().unwrap().iter().filter(|run| run["kind"] == "reworded") {
            let mut own = run.clone();
            own["article"] = reading["article"].clone();
            swaps += 1;
            let mates: Vec<String> = run["mates"].as_array().into_iter().flatten().map(words).collect();
            let is_short = |mate: &String| mate.split_whitespace().count() < 2 && mate.chars().count() < 5;
            let joins = matches!(words(&own).trim(), "’s" | "on" | "of");
            assert!(!joins || mates.iter().all(is_short), "{} {mates:?}", words(&own));
        }
    }
    assert!(swaps > 40, "{swaps} swaps");
}

#[test]
fn a_project_is_no_article_whatever_it_is_called() {
    let desk = Desk::new();
    let articles = ["bridge.txt", "crossing.txt"].map(|name| workbench::intake::read_path(&desk.path(name)).unwrap());
    let witnesses = articles.into_iter().flat_map(|found| found.articles).map(|article| article.witness).collect();
    let mut project = Project::default();
    apply(&mut project, Edit::AddArticles { at: None, witnesses }).unwrap();
    let written = workbench::store::write(&project);
    for name in ["ours.parallax", "ours.json", "ours.txt"] {
        fs::write(desk.path(name), &written).unwrap();
        for command in ["read", "quotes"] {
            let output = desk.run(&[command, name]);
            let messages = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{command} {name}: {messages}");
            assert!(messages.contains("parallax-cli compare") && messages.contains(name), "{messages}");
            assert_eq!(text(&output.stdout), "");
        }
        let output = desk.run(&["compare", name, "--format", "text"]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    }
    fs::write(desk.path("none.parallax"), workbench::store::write(&Project::default())).unwrap();
    let output = desk.run(&["compare", "none.parallax"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("no articles"), "{}", text(&output.stderr));
}

#[test]
fn an_address_is_not_fetched_and_that_is_said() {
    let desk = Desk::new();
    for (name, holds) in [
        ("link.txt", "https://www.daily.example/story\n"),
        ("link.url", "[InternetShortcut]\r\nURL=https://www.daily.example/story\r\n"),
        (
            "link.webloc",
            "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>URL</key><string>https://a.example</string></dict></plist>",
        ),
    ] {
        fs::write(desk.path(name), holds).unwrap();
    }
    for given in ["link.txt", "link.url", "link.webloc", "https://www.daily.example/story"] {
        let output = desk.run(&["read", given]);
        let messages = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{given}: {messages}");
        assert!(messages.contains("fetches nothing") && messages.contains(given), "{messages}");
    }
}

#[test]
fn a_file_that_is_named_twice_is_compared_once() {
    let output = Desk::new().run(&["compare", "bridge.txt", "./bridge.txt", "crossing.txt"]);
    let sheet: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(sheet["articles"].as_array().unwrap().len(), 2);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stderr).contains("named twice"), "{}", text(&output.stderr));
}

#[test]
fn articles_in_two_languages_are_told_of() {
    let desk = Desk::new();
    let page = |language: &str, words: &str| {
        format!("<html lang=\"{language}\"><body><article><h1>Bridge</h1><p>{words}</p></article></body></html>")
    };
    fs::write(desk.path("en.html"), page("en", "The harbour authority closed the bridge on Tuesday, it said."))
        .unwrap();
    fs::write(desk.path("no.html"), page("nb", "Havnevesenet stengte broen tirsdag, ble det sagt i går.")).unwrap();
    let output = desk.run(&["compare", "en.html", "no.html", "--events", "one"]);
    let messages = text(&output.stderr);
    assert!(messages.contains("in English and Norwegian (Bokmål)"), "{messages}");
    let sheet: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(sheet["notices"].to_string().contains("few statements are matched"), "{}", sheet["notices"]);
}

#[test]
fn markdown_on_standard_input_is_markdown() {
    let output = Desk::new().feed(&["read", "-"], "# Bridge shut\n\nThe bridge *was* closed on Tuesday.\n");
    let article: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(article["title"], "Bridge shut");
    assert_eq!(article["format"], "md");
}

#[test]
fn an_encoding_that_is_named_is_used_and_one_that_is_none_is_refused() {
    let desk = Desk::new();
    // In windows-1252 this is what it says; other encodings have other letters at these places.
    fs::write(desk.path("old.txt"), b"Br\xfccke gesperrt\n\nDie Beh\xf6rde hat die Br\xfccke gesperrt.\n").unwrap();
    for (label, word) in [("windows-1252", "Br\u{fc}cke"), ("ibm866", "Br\u{2116}cke")] {
        for command in ["read", "quotes", "compare"] {
            let printed = String::from_utf8(desk.run(&[command, "--encoding", label, "old.txt"]).stdout).unwrap();
            assert!(printed.contains(word), "{command} {label}: {printed}");
        }
    }
    let output = desk.run(&["read", "--encoding", "klingon", "old.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("klingon"));
}

#[test]
fn help_can_be_asked_for_in_every_way() {
    let desk = Desk::new();
    let program = [&["help", "--help"][..], &["help", "-h"], &["help"]].map(|asked| (asked, "Commands:"));
    for (asked, says) in program.into_iter().chain([(&["help", "compare", "--help"][..], "--events")]) {
        let output = desk.run(asked);
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.code() == Some(0) && printed.contains(says), "{asked:?}");
    }
}
