//! The configuration of the program.

use tokio::time::timeout;

use crate::support::{LIMIT, file, on, pbx, program, run, stderr, stdout};

#[tokio::test(flavor = "multi_thread")]
async fn the_example_is_right() {
    let directory = tempfile::tempdir().unwrap();
    let example = stdout(&run(&["config", "example"]).await);
    let config = file(directory.path(), "csta-tsp.toml", &example);
    let output = run(&["config", "check", "--config", &config]).await;
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stdout(&output).contains("nothing is wrong; providers: office"), "{}", stdout(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_stops_every_command_before_it_begins() {
    let pbx = pbx().await;
    let directory = tempfile::tempdir().unwrap();
    let config = file(directory.path(), "wrong.toml", "version = 1\n[advanced]\nretry = '1m'\n");
    for command in [vec!["config", "check"], vec!["lines"], vec!["dial", "101", "102"]] {
        let output = on(&pbx, &[&["--config", &config], command.as_slice()].concat()).await;
        assert_eq!(output.status.code(), Some(1), "{command:?}");
        let expected = format!("csta-tsp: {config}:3:1: advanced.retry: there is no such key");
        assert!(stderr(&output).starts_with(&expected), "{}", stderr(&output));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_of_the_configuration_are_tried_and_examined() {
    let directory = tempfile::tempdir().unwrap();
    let text = "version = 1\n[[numbers.incoming]]\nregex = '^0(.*)'\nreplace = '\\1'\n\
                [[numbers.incoming]]\nregex = '^00'\nreplace = '+'\n";
    let config = file(directory.path(), "csta-tsp.toml", text);
    let output = run(&["--config", &config, "numfmt", "check", "0301234"]).await;
    assert_eq!(stdout(&output), "0301234 > 301234\n");
    let output = run(&["--config", &config, "numfmt", "lint"]).await;
    assert!(stdout(&output).contains(&format!("{config}:5:")), "{}", stdout(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_wins_over_the_environment() {
    let pbx = pbx().await;
    let address = pbx.address().to_string();
    // Before the command and behind it.
    for arguments in [["--pbx", &address, "lines"], ["lines", "--pbx", &address]] {
        let mut lines = program(&arguments);
        lines.env("CSTA_BUS", "nats://127.0.0.1:1");
        let output = timeout(LIMIT, lines.output()).await.unwrap().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
    }

    let mut both = program(&["lines"]);
    both.env("CSTA_BUS", "nats://127.0.0.1:1").env("CSTA_PBX", &address);
    let told = stderr(&timeout(LIMIT, both.output()).await.unwrap().unwrap());
    assert!(told.contains("'--bus' comes from the environment, as CSTA_BUS"), "{told}");
    assert!(told.contains("'--pbx' comes from the environment, as CSTA_PBX"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_of_a_provider_are_tried_and_examined_too() {
    let directory = tempfile::tempdir().unwrap();
    let text = "version = 1\n[[numbers.incoming]]\nregex = '^0(.*)'\nreplace = '\\1'\n\
                [[numbers.incoming]]\nregex = '^00'\nreplace = '+'\n\
                [[providers]]\nname = 'north'\naddress = 'a'\n\
                [[providers]]\nname = 'south'\naddress = 'b'\n\
                [[providers.numbers.pc_dialing]]\nregex = '^555$'\nreplace = '102'\n\
                [[providers.numbers.pc_dialing]]\nregex = '^555$'\nreplace = '103'\n";
    let config = file(directory.path(), "csta-tsp.toml", text);
    let check = async |arguments: &[&str]| {
        let check = ["--config", &config, "numfmt", "check", "--list", "pc-dialing", "555"];
        run(&[&check, arguments].concat()).await
    };
    assert_eq!(stdout(&check(&["--provider", "south"]).await), "555 > 102\n");
    assert_eq!(stdout(&check(&["--provider", "north"]).await), "555 > 555\n");
    let output = check(&[]).await;
    assert!(stderr(&output).contains("--provider, one of north, south"), "{}", stderr(&output));

    let output = stdout(&run(&["--config", &config, "numfmt", "lint"]).await);
    assert_eq!(output.matches(&format!("{config}:5:")).count(), 2, "once for all: {output}");
    assert!(output.contains(&format!("{config}:17: provider south: ")), "{output}");
}
