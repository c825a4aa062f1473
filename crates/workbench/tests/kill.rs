//! A process that is killed at any moment of a save leaves a whole project behind.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use collation::{Text, Witness};
use workbench::project::{Edit, Project, apply};
use workbench::store;

const FOLDER: &str = "PARALLAX_TEST_KILL_FOLDER";

/// Not a test by itself: the process that is killed. Saves without end, and says when it did.
#[test]
#[ignore = "started by the test below"]
fn child_that_saves_without_end() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let path = Path::new(&folder).join("a.parallax");
    let mut project = Project::default();
    let text = "The bridge “will stay shut” until the spring, the mayor said on Monday.\n\n".repeat(3000);
    let witnesses = vec![Witness { text: Text::new(text), ..Witness::default() }];
    apply(&mut project, Edit::AddArticles { at: None, witnesses }).unwrap();
    for number in 1.. {
        apply(&mut project, Edit::RenameProject { title: number.to_string() }).unwrap();
        store::save(&path, &project, None).unwrap();
        println!("\nsaved {number}");
        std::io::stdout().flush().unwrap();
    }
}

#[test]
fn a_killed_save_leaves_the_last_project_or_the_next() {
    let mut chance = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos() as u64 | 1;
    let mut between_saves = 0;
    for round in 0..25 {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child_that_saves_without_end", "--ignored", "--nocapture"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let number_of = |line: &str| line.strip_prefix("saved ").and_then(|number| number.parse::<u64>().ok());
        let first = lines.by_ref().find_map(|line| number_of(&line)).expect("the child saves");
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        std::thread::sleep(Duration::from_micros(chance % 30_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let last = lines.filter_map(|line| number_of(&line)).last().unwrap_or(first);

        let opened = store::open(&folder.path().join("a.parallax")).unwrap_or_else(|error| panic!("{round}: {error}"));
        let found: u64 = opened.project.title().parse().unwrap();
        assert!(found == last || found == last + 1, "round {round}: {last} was saved, {found} was found");
        assert_eq!(opened.project.articles()[0].witness.text.len(), 3000 * 73);
        assert_eq!(opened.notices, Vec::<String>::new());
        between_saves += u64::from(found > last);
        // The next window can take the project, and saves over whatever the killed one left.
        store::save(&folder.path().join("a.parallax"), &opened.project, Some(opened.stamp)).unwrap();
    }
    eprintln!("{between_saves} of 25 were killed between the save and its message");
}
