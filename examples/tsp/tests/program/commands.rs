//! Commands of the command line.

use pbx_sim::model::UserAct;
use pbx_sim::{Pbx, Simulator};
use serde_json::Value;
use tokio::net::{TcpListener, TcpSocket};

use crate::support::{Running, file, objects, on, pbx, run, stderr, stdout};

/// The states that calls come into, in their order.
fn states(output: &std::process::Output) -> Vec<String> {
    let is_state = |item: &&Value| item["type"] == "call" && item["from"] != item["call"]["state"];
    objects(output)
        .iter()
        .filter(is_state)
        .map(|item| item["call"]["state"].as_str().unwrap().to_owned())
        .collect()
}

/// Runs a command that has to succeed; the states that its line's calls come into.
async fn does(pbx: &Simulator, arguments: &[&str]) -> Vec<String> {
    let output = on(pbx, &[&["--json"], arguments].concat()).await;
    assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
    states(&output)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_shows_each_state_of_a_call_and_what_goes_wrong() {
    let output = run(&["demo"]).await;
    assert!(output.status.success(), "{}", stderr(&output));
    let shown = stdout(&output);
    for part in [
        "dialtone",
        "ringback",
        "offering",
        "connected",
        "onhold",
        "onholdpendtransfer",
        "idle",
        "Anna Berger",
        "+49301234567",
        "is the PBX of provider office",
        "the link is down",
        "the link is up",
        "incoming",
    ] {
        assert!(shown.contains(part), "{part} is missing in {shown}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_carried_through_by_one_command_after_another() {
    let pbx = pbx().await;
    let dialled = ["dialtone", "dialing", "proceeding", "ringback"];
    assert_eq!(does(&pbx, &["dial", "101", "102"]).await, dialled);
    for (command, expected) in
        [("answer", "connected"), ("hold", "onhold"), ("retrieve", "connected"), ("hangup", "idle")]
    {
        assert_eq!(does(&pbx, &[command, "102"]).await, [expected], "{command}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn at_dial_tone_it_is_dialled_on() {
    let pbx = pbx().await;
    pbx.user("101", UserAct::Lift).await.unwrap();
    assert_eq!(
        does(&pbx, &["dial-digits", "101", "102"]).await,
        ["dialing", "proceeding", "ringback"]
    );
    let output = on(&pbx, &["dial-digits", "101", "1"]).await;
    let expected = "line 101 cannot dial digits: no call is dialtone or dialing";
    assert!(stderr(&output).contains(expected), "{}", stderr(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_pbx_can_do_is_shown() {
    let pbx = pbx().await;
    let shown = stdout(&on(&pbx, &["capabilities"]).await);
    for line in ["manufacturerName: Panasonic", "profiles: basicTelephonyProfile", "    makeCall"] {
        assert!(shown.lines().any(|own| own.starts_with(line)), "{line} is missing in {shown}");
    }
    let output = on(&pbx, &["capabilities", "--json"]).await;
    let told = &objects(&output)[0];
    assert_eq!(told["capabilities"]["manufacturerName"], "Panasonic", "{told}");
    assert!(told["capabilities"]["servEvtsList"]["callControlServList"].is_object(), "{told}");

    let refused_services = vec!["getSwitchingFunctionCapabilities".to_owned()];
    let config = pbx_sim::Config { refused_services, ..pbx_sim::Config::default() };
    let pbx = Simulator::start(config, "127.0.0.1:0").await.unwrap();
    let output = on(&pbx, &["capabilities"]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("does not tell what it can do"), "{}", stderr(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_change_hands() {
    let pbx = pbx().await;
    does(&pbx, &["dial", "101", "102"]).await;
    does(&pbx, &["answer", "102"]).await;
    // After a consultation.
    assert!(does(&pbx, &["consult", "102", "103"]).await.contains(&"ringback".to_owned()));
    does(&pbx, &["answer", "103"]).await;
    assert!(does(&pbx, &["swap", "102"]).await.contains(&"connected".to_owned()));
    does(&pbx, &["complete", "102"]).await;
    // Blindly.
    does(&pbx, &["transfer", "103", "104"]).await;
    // Without an answer.
    does(&pbx, &["redirect", "104", "105"]).await;
    // From elsewhere.
    assert!(does(&pbx, &["pickup", "106", "105"]).await.contains(&"connected".to_owned()));
    assert_eq!(does(&pbx, &["hangup", "106"]).await, ["idle"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn conferences_grow_and_shrink() {
    let pbx = pbx().await;
    does(&pbx, &["dial", "101", "102"]).await;
    does(&pbx, &["answer", "102"]).await;
    does(&pbx, &["consult", "101", "103"]).await;
    does(&pbx, &["answer", "103"]).await;
    does(&pbx, &["complete", "101", "--conference"]).await;
    does(&pbx, &["conference", "remove", "101", "103"]).await;
    does(&pbx, &["dtmf", "101", "12#"]).await;
    does(&pbx, &["hangup", "101"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_busy_calls_back_or_is_broken_in_on() {
    let pbx = pbx().await;
    does(&pbx, &["dial", "101", "102"]).await;
    does(&pbx, &["answer", "102"]).await;
    let output = on(&pbx, &["dial", "103", "102"]).await;
    assert_eq!(stderr(&output), "csta-tsp: line 103 cannot dial: 102 is busy\n");
    does(&pbx, &["intrude", "103"]).await;
    does(&pbx, &["hangup", "103"]).await;
    on(&pbx, &["dial", "103", "102"]).await;
    does(&pbx, &["callback", "103"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_forwarding_is_set_and_ended() {
    let pbx = pbx().await;
    let modes = ["uncondinternal", "busyexternal", "noansw"];
    for mode in modes {
        let output = on(&pbx, &["forward", "101", mode, "102"]).await;
        assert!(output.status.success(), "{}", stderr(&output));
    }
    let shown = stdout(&on(&pbx, &["forwarding", "101"]).await);
    for mode in modes {
        assert!(shown.contains(&format!("forwarded to 102 ({mode}")), "{shown}");
    }
    for mode in modes {
        on(&pbx, &["forward", "101", mode]).await;
    }
    let shown = stdout(&on(&pbx, &["forwarding", "101"]).await);
    assert_eq!(shown, "101    is not forwarded\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cordless_telephone_of_a_twin_prompts_its_user() {
    let pbx = pbx().await;
    let output = on(&pbx, &["dial", "110", "102", "--mobile"]).await;
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stdout(&output).contains("press its hook key"), "{}", stdout(&output));
    let output = on(&pbx, &["dial", "101", "102", "--mobile"]).await;
    assert!(stderr(&output).contains("no cordless telephone goes with it"), "{}", stderr(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_done_is_told_with_its_reason() {
    let pbx = pbx().await;
    for (arguments, expected) in [
        (vec!["answer", "101"], "line 101 cannot answer: no call is offering or accepted"),
        (vec!["hold", "101"], "line 101 cannot hold: no call is connected, it has no call"),
        (vec!["retrieve", "101"], "line 101 cannot retrieve"),
        (vec!["hangup", "101"], "line 101 cannot hang up: no call is there"),
        (vec!["complete", "101"], "line 101 cannot complete a transfer: no call is"),
        (vec!["dial", "101", "abc"], "line 101 cannot dial: 'a' in abc cannot be dialled"),
        (vec!["hangup", "101", "--call", "7.7"], "it has no call 7.7"),
        (
            vec!["answer", "777"],
            "line 777 cannot answer: it is refused: invalid device ID: operation invalidDeviceID (12)",
        ),
        (vec!["dial", "xyz", "101"], "there is no line xyz"),
    ] {
        let output = on(&pbx, &arguments).await;
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    }
    for (arguments, expected) in [
        (vec!["dail", "101", "102"], "'dial'"),
        (vec!["dial", "101"], "<NUMBER>"),
        (vec!["lines", "--bus", ""], "--bus <nats://HOST:PORT>"),
        (vec!["forward", "101", "bussy", "102"], "did you mean busy?"),
    ] {
        let output = on(&pbx, &arguments).await;
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_instance_learns_that_the_pbx_is_taken() {
    let pbx = pbx().await;
    let address = pbx.address().to_string();
    let mut first = Running::start(&["--pbx", &address, "monitor", "101"]);
    first.says("1 line is watched").await;
    let second = on(&pbx, &["dial", "102", "103"]).await;
    assert_eq!(second.status.code(), Some(1));
    assert!(stderr(&second).contains("rejected-permanent"), "{}", stderr(&second));
    assert!(
        stderr(&second).contains("a PBX takes one application at a time"),
        "{}",
        stderr(&second)
    );
    // The first was not disturbed, and Ctrl-C gives the PBX back.
    pbx.user("101", UserAct::Dial("104".to_owned())).await.unwrap();
    first.prints(|line| line.contains("ringback")).await;
    first.interrupt().await;
    let next = on(&pbx, &["lines"]).await;
    assert!(next.status.success(), "{}", stderr(&next));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pbx_that_is_not_there_is_told_apart() {
    let output = run(&["lines", "--pbx", "127.0.0.1:1"]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no connection to 127.0.0.1:1"), "{}", stderr(&output));
    let output = run(&["lines"]).await;
    assert_eq!(output.status.code(), Some(2), "the PBX has to be named");
    assert!(stderr(&output).contains("--pbx HOST[:PORT]"), "{}", stderr(&output));
    let output = run(&["lines", "--pbx", ""]).await;
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--pbx <HOST[:PORT]>"), "{}", stderr(&output));
    let output = run(&["lines", "--pbx", "127.0.0.1:1", "--site", "berlin"]).await;
    assert!(stderr(&output).contains("--site berlin: sites are on the bus"), "{}", stderr(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn monitor_prints_what_happens_at_all_lines_one_object_a_line() {
    let pbx = pbx().await;
    let address = pbx.address().to_string();
    let mut watching = Running::start(&["--json", "--pbx", &address, "monitor"]);
    // The cordless telephones of 110 and 120 are addresses of their lines.
    watching.says("20 lines are watched; Ctrl-C ends it.").await;
    pbx.user("101", UserAct::Dial("120".to_owned())).await.unwrap();
    let line = watching.prints(|line| line.contains("offering")).await;
    let item: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(item["type"], "call");
    assert_eq!(item["number"], "120");
    assert_eq!(item["call"]["state"], "offering");
    assert_eq!(item["call"]["caller"]["identity"], "101");
    assert!(item["time"].is_string(), "{item}");
    watching.interrupt().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_interrupted_before_it_is_done_is_no_success() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = silent.local_addr().unwrap().to_string();
    let mut asking = Running::start(&["--pbx", &address, "lines"]);
    let _connection = silent.accept().await.unwrap();
    assert_eq!(asking.interrupted().await.code(), Some(1));
    asking.says("it was interrupted").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn monitor_waits_for_a_pbx_that_comes_later() {
    // The port is taken and nobody listens there, so that nobody else can have it meanwhile.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(([127, 0, 0, 1], 0).into()).unwrap();
    let address = socket.local_addr().unwrap().to_string();
    let mut watching = Running::start(&["--pbx", &address, "monitor"]);
    watching.says("it is tried again").await;
    let pbx = Pbx::spawn(pbx_sim::Config::default()).unwrap();
    tokio::spawn(pbx.clone().listen(socket.listen(16).unwrap()));
    watching.prints(|line| line.contains("120") && line.contains("monitored")).await;
    pbx.user("101", UserAct::Dial("120".to_owned())).await.unwrap();
    watching.prints(|line| line.contains("120") && line.contains("offering")).await;
    watching.interrupt().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_that_cannot_be_monitored_leave_the_others_to_be_watched() {
    let pbx = pbx().await;
    let address = pbx.address().to_string();
    let directory = tempfile::tempdir().unwrap();
    let text = "version = 1\n[advanced]\nretry_interval = '1s'\n";
    let config = file(directory.path(), "csta-tsp.toml", text);
    pbx.user("103", UserAct::Unplug).await.unwrap();
    let monitor = ["--pbx", &address, "--config", &config, "monitor"];
    let mut watching = Running::start(&[&monitor, ["999", "x", "101", "103"].as_slice()].concat());
    watching.says("there is no line x").await;
    let said = [watching.says("is not monitored").await, watching.says("is not monitored").await];
    for line in ["999", "103"] {
        let expected = format!("line {line} is not monitored: ");
        let said = said.iter().find(|said| said.contains(&expected)).expect("it is said");
        assert!(said.ends_with("; it is tried again"), "{said}");
    }
    watching.says("1 line is watched").await;
    pbx.user("101", UserAct::Dial("102".to_owned())).await.unwrap();
    watching.prints(|line| line.contains("ringback")).await;
    pbx.user("103", UserAct::PlugIn).await.unwrap();
    watching.prints(|line| line.contains("103") && line.contains("monitored")).await;
    watching.interrupt().await;

    // A telephone that is not plugged in may be one day, a number that is mistyped will not.
    pbx.user("104", UserAct::Unplug).await.unwrap();
    let mut watching = Running::start(&["--pbx", &address, "monitor", "104"]);
    watching.says("line 104 is not monitored").await;
    watching.says("0 lines are watched").await;
    watching.interrupt().await;
    let output = on(&pbx, &["monitor", "999"]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("invalid device ID"), "{}", stderr(&output));
    let output = on(&pbx, &["monitor", "998", "999"]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("none of these lines can be mon"), "{}", stderr(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_line_too_many_leaves_the_others_to_be_watched() {
    let pbx = pbx().await;
    let address = pbx.address().to_string();
    let directory = tempfile::tempdir().unwrap();
    let text =
        "version = 1\n[advanced]\nopen_lines = 1\n[numbers.extensions]\nranges = '101-102'\n";
    let config = file(directory.path(), "csta-tsp.toml", text);
    for lines in [["101", "102"].as_slice(), &[]] {
        let monitor = ["--pbx", &address, "--config", &config, "monitor"];
        let mut watching = Running::start(&[&monitor, lines].concat());
        watching.says("line 102 cannot be opened: 1 lines are open, which is the limit").await;
        let next = watching.says("").await;
        assert!(next.starts_with("1 line is watched"), "said once: {next}");
        watching.interrupt().await;
    }
}
