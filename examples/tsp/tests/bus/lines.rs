//! Lines and operations of several sites.

use pbx_sim::model::UserAct;
use serde_json::Value;

use crate::branch::{Branch, does, server, states};
use crate::support::{Running, run, stderr, stdout};

#[tokio::test(flavor = "multi_thread")]
async fn the_lines_of_all_sites_are_there_and_do_what_they_are_told() {
    let Some(server) = server().await else { return };
    let berlin = Branch::open(&server, "berlin").await;
    let osaka = Branch::open(&server, "osaka").await;
    let lines = does(&server, &["lines"]).await;
    for site in ["berlin", "osaka"] {
        let of_site: Vec<&Value> =
            lines.iter().filter(|line| line["providerName"] == site).collect();
        assert_eq!(of_site.len(), 20, "{site}");
        // The cordless telephones of Super-Twins are known, too.
        let twin = of_site.iter().find(|line| line["number"] == "110").unwrap();
        assert_eq!(twin["addresses"].as_array().unwrap().len(), 2, "{twin}");
    }
    let of_one = does(&server, &["--site", "osaka", "lines"]).await;
    assert_eq!(of_one.len(), 20);

    // One number, several sites.
    let output = run(&["--bus", &server.url(), "dial", "101", "102"]).await;
    assert!(
        stderr(&output).contains("several lines are called 101")
            && stderr(&output).contains("berlin/101, osaka/101"),
        "{}",
        stderr(&output)
    );
    let dialled = ["dialtone", "dialing", "proceeding", "ringback"];
    assert_eq!(states(&does(&server, &["dial", "berlin/101", "102"]).await), dialled);
    assert_eq!(states(&does(&server, &["answer", "berlin/102"]).await), ["connected"]);
    let here = ["--site", "berlin"];
    let consulted = does(&server, &[&here[..], &["consult", "102", "103"]].concat()).await;
    assert!(states(&consulted).contains(&"ringback"), "{consulted:?}");
    does(&server, &["answer", "berlin/103"]).await;
    does(&server, &["complete", "berlin/102"]).await;
    assert_eq!(states(&does(&server, &["hangup", "berlin/103"]).await), ["idle"]);
    // The cordless telephone of a twin has its user press a key.
    does(&server, &["dial", "osaka/110", "102", "--mobile"]).await;
    does(&server, &["forward", "osaka/105", "uncond", "106"]).await;
    let output = run(&["--bus", &server.url(), "forwarding", "osaka/105"]).await;
    assert!(stdout(&output).contains("forwarded to 106"), "{}", stdout(&output));
    drop((berlin, osaka));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happens_at_all_sites_is_told_with_the_site_also_when_one_of_them_goes_and_comes() {
    let Some(server) = server().await else { return };
    let berlin = Branch::open(&server, "berlin").await;
    let mut watching = Running::start(&["--json", "--bus", &server.url(), "monitor"]);
    watching.says("20 lines are watched").await;
    // A site that comes later is watched, too.
    let mut osaka = Branch::open(&server, "osaka").await;
    let is_monitored = |line: &str| {
        let item: Value = serde_json::from_str(line).unwrap();
        item["providerName"] == "osaka" && item["number"] == "120" && item["state"] == "monitored"
    };
    watching.prints(is_monitored).await;
    osaka.pbx.user("101", UserAct::Dial("120".to_owned())).await.unwrap();
    let line = watching.prints(|line| line.contains("offering")).await;
    let item: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(item["providerName"], "osaka");
    assert_eq!(item["number"], "120");
    assert_eq!(item["call"]["caller"]["identity"], "101");

    osaka.kill();
    let line = watching.prints(|line| line.contains("no multiplexer of osaka answers")).await;
    let item: Value = serde_json::from_str(&line).unwrap();
    assert_eq!((&item["change"], &item["name"]), (&"linkDown".into(), &"osaka".into()));
    // The other one is not concerned.
    berlin.pbx.user("103", UserAct::Dial("104".to_owned())).await.unwrap();
    watching.prints(|line| line.contains("offering") && line.contains("berlin")).await;
    // What happens meanwhile is seen afterwards.
    osaka.pbx.user("120", UserAct::Answer).await.unwrap();
    osaka.start().await;
    let is_talk = |line: &str| line.contains("\"number\":\"120\"") && line.contains("connected");
    watching.prints(is_talk).await;
    watching.interrupt().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nats_goes_and_comes_back_and_lines_are_right_again() {
    let Some(mut server) = server().await else { return };
    let berlin = Branch::open(&server, "berlin").await;
    let mut watching = Running::start(&["--json", "--bus", &server.url(), "monitor"]);
    watching.says("20 lines are watched").await;
    server.kill();
    watching.prints(|line| line.contains("NATS is away")).await;
    berlin.pbx.user("101", UserAct::Dial("102".to_owned())).await.unwrap();
    server.restart().await.unwrap();
    watching.prints(|line| line.contains("\"number\":\"102\"") && line.contains("offering")).await;
    watching.interrupt().await;
}
