//! What is at the path stays what it is.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use super::*;
use crate::words::FaultKind;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::process::Command;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_link_stays_and_its_target_gets_the_bytes() {
    let home = folder();
    let (real, link, second) = (home.path().join("real.md"), home.path().join("link.md"), home.path().join("two.md"));
    fs::write(&real, "cũ").unwrap();
    symlink("real.md", &link).unwrap();
    symlink(&link, &second).unwrap();
    write_whole(&second, b"moi").unwrap();
    assert_eq!(text(&real), "moi");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink() && fs::symlink_metadata(&second).unwrap().is_symlink());
}

#[test]
fn a_link_to_nothing_makes_what_it_names() {
    let home = folder();
    fs::create_dir(home.path().join("sub")).unwrap();
    let link = home.path().join("link.md");
    symlink("sub/new.md", &link).unwrap();
    write_whole(&link, b"x").unwrap();
    assert_eq!(text(&home.path().join("sub/new.md")), "x");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[test]
fn links_in_a_circle_are_told() {
    let home = folder();
    let (a, b) = (home.path().join("a"), home.path().join("b"));
    symlink(&b, &a).unwrap();
    symlink(&a, &b).unwrap();
    assert_eq!(write_whole(&a, b"x").unwrap_err().kind(), FaultKind::Other);
    assert!(fs::symlink_metadata(&a).unwrap().is_symlink());
}

#[test]
fn a_pipe_carries_the_bytes_and_stays_a_pipe() {
    let home = folder();
    let pipe = home.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read(pipe).unwrap()
    });
    let long = vec![b'x'; 300_000];
    write_whole(&pipe, &long).unwrap();
    assert_eq!(reader.join().unwrap(), long);
    assert!(fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
}

#[test]
fn devices_get_the_bytes_and_stay_devices() {
    write_whole(Path::new("/dev/null"), b"x").unwrap();
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    if Path::new("/dev/full").exists() {
        assert_eq!(write_whole(Path::new("/dev/full"), b"x").unwrap_err().kind(), FaultKind::Other);
        assert!(fs::metadata("/dev/full").unwrap().file_type().is_char_device());
    }
}

#[test]
fn the_mode_of_a_file_is_kept_and_a_protected_one_too() {
    let home = folder();
    let path = home.path().join("a");
    fs::write(&path, "cũ").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    write_whole(&path, b"moi").unwrap();
    assert_eq!((text(&path).as_str(), fs::metadata(&path).unwrap().permissions().mode() & 0o777), ("moi", 0o640));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    write_whole(&path, b"khac").unwrap_err();
    assert_eq!(text(&path), "moi");
}

#[test]
fn a_folder_is_told_apart() {
    let home = folder();
    for name in [home.path().to_owned(), home.path().join("new/"), PathBuf::new()] {
        assert_eq!(write_whole(&name, b"x").unwrap_err().kind(), FaultKind::Usage, "{name:?}");
        assert_eq!(check_output(&name, &[]).unwrap_err().kind(), FaultKind::Usage, "{name:?}");
    }
    assert_eq!(check_output(&home.path().join("no/a.md"), &[]).unwrap_err().kind(), FaultKind::Other);
}

#[test]
fn an_output_that_is_an_input_is_seen_by_every_name() {
    let home = folder();
    let at = |name: &str| home.path().join(name);
    fs::write(at("z.txt"), "x").unwrap();
    fs::hard_link(at("z.txt"), at("hard.txt")).unwrap();
    symlink("z.txt", at("soft.txt")).unwrap();
    fs::create_dir(at("sub")).unwrap();
    let kept = [at("z.txt"), at("sub"), at("w.db-wal")];
    for name in ["z.txt", "hard.txt", "soft.txt", "sub/../z.txt", "w.db-wal", "sub/../w.db-wal"] {
        assert_eq!(check_output(&at(name), &kept).unwrap_err().kind(), FaultKind::Usage, "{name}");
    }
    for name in ["new.txt", "sub/new.md"] {
        check_output(&at(name), &kept).unwrap();
    }
    check_output(Path::new("/dev/null"), &[PathBuf::from("/dev/null")]).unwrap();
}
