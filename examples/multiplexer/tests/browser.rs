//! The status page in a real browser, where there is one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail that way"
)]

mod support;

use std::process::Stdio;
use std::time::Duration;

use csta_codec::types::{CdrTransferMode, DeviceId};
use pbx_sim::chance::Traffic;
use support::{Office, by_tcp, by_tls, connect, number, soon, start_linked};
use tokio::process::Command;

/// The names under which the browser is installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser, if there is one.
async fn browser() -> Option<&'static str> {
    for name in NAMES {
        let mut version = Command::new(name);
        version.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        if version.status().await.is_ok_and(|status| status.success()) {
            return Some(name);
        }
    }
    None
}

/// Lets the page run for a while in the browser. Its time is not ours: it stands still while the
/// page waits for an answer.
async fn page(browser: &str, arguments: &[String]) -> String {
    let profile = tempfile::tempdir().unwrap();
    let output = Command::new(browser)
        .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        .args(["--hide-scrollbars", "--window-size=1300,1250", "--virtual-time-budget=8000"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(arguments)
        .kill_on_drop(true)
        .output();
    let output = soon("the page", output).await.unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_shows_applications_monitors_and_messages() {
    let Some(browser) = browser().await else {
        println!("skipped: there is no Chromium here to test the status page in");
        return;
    };
    let office = Office::new(20).await;
    let mut config = office.config_with_tls();
    config.web = office.config_with_web().web;
    let multiplexer = start_linked(config).await;
    let traffic = Traffic { calls_per_second: 5.0, mean_talk: Duration::from_secs(1), seed: 1 };
    office.switch.load(traffic).await.unwrap();
    let mut kept = Vec::new();
    for index in 0..6 {
        let builder = match index % 3 {
            2 => by_tls(&multiplexer, &office).login("admin", "opensesame"),
            _ => by_tcp(&multiplexer),
        };
        let client = connect(builder).await.unwrap();
        for device in 0..=index * 3 {
            let number = number(device);
            let monitor = client.monitor(DeviceId::dialing_number(&number), None).await.unwrap();
            kept.push((client.clone(), monitor));
        }
    }
    let records = kept[0].0.call_records(CdrTransferMode::TransferAtEndOfCall).await.unwrap();
    // So that the graph has something to show.
    tokio::time::sleep(Duration::from_secs(setting("CSTA_MUX_BROWSER_SECONDS", 3))).await;

    let web = format!("http://{}/", multiplexer.web_address().unwrap());
    let dom = page(browser, &["--dump-dom".to_owned(), web.clone()]).await;
    assert!(dom.contains(r#"class="pill good">live<"#), "{dom}");
    assert!(dom.contains(">admin<") && dom.contains("(TLS)"), "the user is shown");
    assert!(dom.contains(">1001<") || dom.contains("1001"), "the monitors are shown");
    assert!(dom.contains("cti, call records"), "the holder of the call records is shown");
    let row = dom.matches(">Drop</button>").count();
    assert_eq!(row, 6, "each application has a button");
    assert!(dom.contains(r#"<path id="delivered" class="delivered" d="M"#), "there is a graph");

    if let Some(path) = std::env::var_os("CSTA_MUX_SCREENSHOT") {
        let screenshot = format!("--screenshot={}", path.to_str().unwrap());
        page(browser, &[screenshot, web]).await;
        assert!(std::fs::metadata(path).unwrap().len() > 10_000);
    }
    drop(records);
    drop(kept);
}

/// The page without a multiplexer: it is shown one state after the other, by a script that says in the
/// end what has become of the rows.
#[tokio::test]
async fn rows_stay_what_they_are_while_what_they_show_changes() {
    let Some(browser) = browser().await else {
        println!("skipped: there is no Chromium here to test the status page in");
        return;
    };
    let directory = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(directory.path().join(name), text).unwrap();
    let alone = "<script>window.fetch = () => new Promise(() => {})</script>";
    let scripts = format!(
        r#"{alone}<script src="page.js" defer></script><script src="rows.js" defer></script>"#
    );
    let page_script = r#"<script src="/page.js" defer></script>"#;
    write("index.html", &include_str!("../src/web/page/index.html").replace(page_script, &scripts));
    write("page.js", include_str!("../src/web/page/page.js"));
    write("rows.js", include_str!("rows.js"));
    let web = format!("file://{}", directory.path().join("index.html").display());
    let dom = page(browser, &["--dump-dom".to_owned(), web]).await;
    let said = dom.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
    assert_eq!(said, "all rows are as they should be", "{dom}");
}

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}
