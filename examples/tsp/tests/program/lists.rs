//! Which lines there are.

use std::fs;

use pbx_sim::model::UserAct;

use crate::support::{Running, file, objects, on, pbx, run, stderr, stdout};

fn numbers(text: &str) -> Vec<String> {
    text.lines().map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_are_listed_and_devices_queried() {
    let pbx = pbx().await;
    let lines: Vec<String> = (101..=120).map(|number| number.to_string()).collect();
    assert_eq!(numbers(&stdout(&on(&pbx, &["lines"]).await)), lines);
    // The cordless telephones of 110 and 120 have the numbers of those on the desks.
    let mut devices: Vec<_> = (101..=120).chain([110, 120]).map(|own| own.to_string()).collect();
    devices.sort_unstable();
    assert_eq!(numbers(&stdout(&on(&pbx, &["lines", "query"]).await)), devices);
    let trunks = objects(&on(&pbx, &["lines", "--trunks", "--json"]).await);
    assert_eq!(trunks[0]["device"], "0x01310001");
    assert_eq!(trunks[0]["inService"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_are_those_of_the_configuration() {
    let pbx = pbx().await;
    let directory = tempfile::tempdir().unwrap();
    file(directory.path(), "lines.txt", "105,From the list\n");
    let text = format!(
        "version = 1\n[[providers]]\nname = 'office'\naddress = '{}'\n\
         [lines]\nnames = true\nfile = 'lines.txt'\n\
         [[lines.manual]]\nnumber = '102'\nname = 'Second'\n\
         [numbers.extensions]\nranges = '101-103'\n",
        pbx.address()
    );
    let config = file(directory.path(), "csta-tsp.toml", &text);
    let output = run(&["--config", &config, "--json", "lines"]).await;
    assert!(output.status.success(), "{}", stderr(&output));
    let lines = objects(&output);
    let named: Vec<(&str, &str)> = lines
        .iter()
        .map(|line| (line["number"].as_str().unwrap(), line["name"].as_str().unwrap()))
        .collect();
    let expected = [
        ("101", "Anna Berger"),
        ("102", "Second"),
        ("103", "Carla Rossi"),
        ("105", "From the list"),
    ];
    assert_eq!(named, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_are_exported_and_imported() {
    let pbx = pbx().await;
    let directory = tempfile::tempdir().unwrap();
    let exported = directory.path().join("exported.txt").display().to_string();
    let output = on(&pbx, &["lines", "export", &exported]).await;
    assert!(output.status.success(), "{}", stderr(&output));
    let text = fs::read_to_string(&exported).unwrap();
    assert_eq!(text.lines().count(), 20);
    assert!(text.starts_with("101"), "{text}");

    let list = file(directory.path(), "lines.txt", "101,Old name\n200\n");
    let new = file(directory.path(), "new.txt", "101,New name\r\n300,\"Third, the\"\r\n");
    let output = run(&["lines", "import", &new, "--to", &list]).await;
    assert!(stderr(&output).contains("1 lines added, 1 changed, 3 in all"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(&list).unwrap(), "101,New name\n200\n300,Third, the\n");

    let wrong = file(directory.path(), "wrong.txt", "101\nReception\n");
    let output = run(&["lines", "import", &wrong, "--to", &list]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("wrong.txt: line 2"), "{}", stderr(&output));
    let output = run(&["lines", "import", &new]).await;
    assert!(stderr(&output).contains("give --to FILE"), "{}", stderr(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_the_configuration_begins_with_an_import() {
    let directory = tempfile::tempdir().unwrap();
    let config = "version = 1\n[lines]\nfile = \"lines.txt\"\n";
    let config = file(directory.path(), "csta-tsp.toml", config);
    let wrong = file(directory.path(), "wrong.txt", "300,Third\n+49(30)1,Reception\n");
    let output = run(&["--config", &config, "lines", "import", &wrong]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("wrong.txt: +49(30)1: give the"), "{}", stderr(&output));
    let new = file(directory.path(), "new.txt", "300,Third\n");
    let output = run(&["--config", &config, "lines", "import", &new]).await;
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(directory.path().join("lines.txt")).unwrap(), "300,Third\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_provider_has_its_list() {
    let (north, south) = (pbx().await, pbx().await);
    let directory = tempfile::tempdir().unwrap();
    let text = format!(
        "version = 1\n[lines]\nautomatic = false\n\
         [[providers]]\nname = 'north'\naddress = '{}'\n[providers.lines]\nfile = 'north.txt'\n\
         [[providers]]\nname = 'south'\naddress = '{}'\n[providers.lines]\nfile = 'south.txt'\n",
        north.address(),
        south.address()
    );
    let config = file(directory.path(), "csta-tsp.toml", &text);
    let on = async |arguments: &[&str]| run(&[&["--config", &config], arguments].concat()).await;
    for (name, list) in [("north", "101\n"), ("south", "101,Reception\n999\n")] {
        let new = file(directory.path(), "new.txt", list);
        let output = on(&["lines", "import", &new]).await;
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("--provider, one of north, south"), "{}", stderr(&output));
        let output = on(&["lines", "import", &new, "--provider", name]).await;
        assert!(output.status.success(), "{}", stderr(&output));
    }
    let output = on(&["lines"]).await;
    assert_eq!(numbers(&stdout(&output)), ["north/101", "south/101", "south/999"]);
    let output = on(&["lines", "query"]).await;
    assert!(stdout(&output).contains("\nsouth/101 "), "{}", stdout(&output));

    let output = on(&["lines", "export"]).await;
    assert!(stderr(&output).contains("--provider, one of north, south"), "{}", stderr(&output));
    let output = on(&["lines", "export", "--provider", "suoth"]).await;
    assert!(stderr(&output).contains("did you mean \"south\"?"), "{}", stderr(&output));
    // One that is away does not keep the other from it.
    drop(north);
    let output = on(&["lines", "export", "--provider", "south"]).await;
    assert_eq!(stdout(&output), "101,Reception\n999\n", "{}", stderr(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn canonical_lines_are_shown_so_and_listed_with_their_numbers() {
    let pbx = pbx().await;
    let directory = tempfile::tempdir().unwrap();
    let text = format!(
        "version = 1\n[[providers]]\nname = 'office'\naddress = '{}'\n[lines]\nform = 'canonical'\n\
         [numbers.extensions]\nranges = '101-102'\n\
         [numbers.location]\nenabled = true\ncountry_code = '49'\narea_code = '89'\nprefix = '1234'\n",
        pbx.address()
    );
    let config = file(directory.path(), "csta-tsp.toml", &text);
    let listed = stdout(&run(&["--config", &config, "lines"]).await);
    assert!(listed.starts_with("+49(89)1234-101 101 "), "{listed}");
    // A list is of the numbers by which the PBX knows them.
    let exported = stdout(&run(&["--config", &config, "lines", "export"]).await);
    assert_eq!(exported, "101\n102\n");

    let mut watching = Running::start(&["--config", &config, "monitor", "+49(89)1234-101"]);
    watching.says("1 line is watched").await;
    pbx.user("101", UserAct::Dial("102".to_owned())).await.unwrap();
    watching.prints(|line| line.contains("  +49(89)1234-101 ringback")).await;
    watching.interrupt().await;
    let mut watching = Running::start(&["--config", &config, "--json", "monitor", "101"]);
    let call = watching.prints(|line| line.contains("\"type\":\"call\"")).await;
    let call: serde_json::Value = serde_json::from_str(&call).unwrap();
    assert_eq!((&call["number"], &call["display"]), (&"101".into(), &"+49(89)1234-101".into()));
    watching.interrupt().await;
}
