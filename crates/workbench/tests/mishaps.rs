//! Processes that are killed and disks that are full: the project on disk stays whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use collation::{Text, Witness};
use workbench::project::{Edit, Project, apply};
use workbench::store;

const FOLDER: &str = "PARALLAX_TEST_FOLDER";

fn project_of_lines(lines: usize) -> Project {
    let mut project = Project::default();
    let text = "The bridge “will stay shut” until the spring, the mayor said on Monday.\n\n".repeat(lines);
    let witnesses = vec![Witness { text: Text::new(text), ..Witness::default() }];
    apply(&mut project, Edit::AddArticles { at: None, witnesses }).unwrap();
    project
}

/// Not a test by itself: the process that is killed. Saves without end, and says when it did.
#[test]
#[ignore = "started by the test below"]
fn child_that_saves_without_end() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let path = Path::new(&folder).join("a.parallax");
    let mut project = project_of_lines(3000);
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
        assert_eq!(opened.notices, []);
        between_saves += u64::from(found > last);
        // The next window can take the project, and saves over whatever the killed one left.
        store::save(&folder.path().join("a.parallax"), &opened.project, Some(opened.stamp)).unwrap();
    }
    eprintln!("{between_saves} of 25 were killed between the save and its message");
}

/// Not a test by itself: runs where `FOLDER` is a disk of 256 KiB that nobody else sees.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "started by the test below"]
fn child_on_a_small_disk() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let folder = Path::new(&folder);
    let path = folder.join("a.parallax");
    let small = project_of_lines(10);
    let stamp = store::save(&path, &small, None).unwrap();
    let before = std::fs::read(&path).unwrap();

    let error = store::save(&path, &project_of_lines(10_000), Some(stamp)).unwrap_err();
    assert!(matches!(error, store::StoreError::DiskFull { .. }), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 1, "nothing half-written is left");
    // There is room for the small one still.
    store::save(&path, &small, Some(stamp)).unwrap();

    let remounted = Command::new("mount").args(["-o", "remount,ro"]).arg(folder).status().unwrap();
    assert!(remounted.success());
    let error = store::save(&path, &small, None).unwrap_err();
    assert!(matches!(error, store::StoreError::NotAllowed { .. }), "{error}");
    assert!(store::Lock::take(&path).unwrap().is_none(), "nobody can write there, so nobody needs a lock");
    assert_eq!(store::open(&path).unwrap().project.articles().len(), 1);
    println!("a small disk was survived");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_or_read_only_disk_leaves_the_last_save() {
    let folder = tempfile::tempdir().unwrap();
    let script = r#"mount -t tmpfs -o size=256k tmpfs "$1" || exit 77
        exec "$2" --exact child_on_a_small_disk --ignored --nocapture"#;
    let ran = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", script, "sh"])
        .arg(folder.path())
        .arg(std::env::current_exe().unwrap())
        .env(FOLDER, folder.path())
        .output();
    let Ok(ran) = ran else { return eprintln!("skipped: there is no unshare here") };
    let said = String::from_utf8_lossy(&ran.stdout);
    if !ran.status.success() && !said.contains("running 1 test") {
        return eprintln!("skipped: no disk can be made here: {}", String::from_utf8_lossy(&ran.stderr));
    }
    assert!(said.contains("a small disk was survived"), "{said}{}", String::from_utf8_lossy(&ran.stderr));
}
