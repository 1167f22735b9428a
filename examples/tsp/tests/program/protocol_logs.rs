//! Protocol logs of the links to PBXs.

use std::fs;

use tempfile::TempDir;

use crate::support::{on, pbx, stderr};

/// The only log in a directory, with its name.
fn log(directory: &TempDir) -> (String, String) {
    let mut files = fs::read_dir(directory.path()).unwrap().map(Result::unwrap);
    let file = files.next().expect("a log");
    assert!(files.next().is_none(), "one log for one provider");
    (file.file_name().into_string().unwrap(), fs::read_to_string(file.path()).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_message_is_logged_with_numbers_masked_unless_they_are_to_be_shown() {
    let pbx = pbx().await;
    // 101, as a dialling number.
    let number = "80 03 31 30 31";
    for (shown, has_number) in [(&["--show-numbers"][..], true), (&[], false)] {
        let directory = tempfile::tempdir().unwrap();
        let logs = directory.path().display().to_string();
        let output =
            on(&pbx, &[&["--protocol-logs", &logs, "forwarding", "101"], shown].concat()).await;
        assert!(output.status.success(), "{}", stderr(&output));
        let (name, text) = log(&directory);
        assert!(name.starts_with("127.0.0.1_") && name.ends_with(".csta.log"), "{name}");
        // From the request of the association to its release.
        assert!(text.contains("Z > 60 ") && text.contains("Z < 61 "), "{text}");
        assert!(text.lines().last().unwrap().contains("Z < 63 "), "{text}");
        assert_eq!(text.contains(number), has_number, "{text}");
        assert_eq!(text.contains("80 03 30 30 30"), !has_number, "{text}");
    }
    let told = stderr(&on(&pbx, &["--show-numbers", "lines"]).await);
    assert!(told.contains("say where by --protocol-logs"), "{told}");
    let told = stderr(&on(&pbx, &["--protocol-logs", "/dev/null", "lines"]).await);
    assert!(told.contains("/dev/null: protocol logs cannot be written there"), "{told}");
}
