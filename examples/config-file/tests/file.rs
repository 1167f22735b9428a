//! Errors name file, line and key, and say what to do.
#![allow(clippy::unwrap_used, reason = "a test may fail that way")]

use std::io::Write as _;
use std::time::Duration;

use config_file::{ConfigFile, Fault};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "it is about what is not read")]
struct Settings {
    #[serde(default)]
    providers: Vec<Provider>,
    #[serde(default)]
    advanced: Advanced,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "it is about what is not read")]
struct Provider {
    address: String,
    #[serde(default)]
    port: u16,
    #[serde(default)]
    kind: Kind,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    #[default]
    Tcp,
    Tunnel,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Advanced {
    #[serde(with = "config_file::time::optional")]
    retry: Option<Duration>,
}

fn error(text: &str) -> String {
    let file = match ConfigFile::parse(text, 1) {
        Ok(file) => file,
        Err(error) => return error.to_string(),
    };
    file.settings::<Settings>().unwrap_err().to_string()
}

#[test]
fn each_error_names_its_line_and_key() {
    for (text, expected) in [
        ("version = 1\nproviders = 3", "line 2, column 13: providers: invalid type"),
        (
            "version = 1\n[[providers]]\naddress = 'a'\n[[providers]]\naddress = 'b'\nport = 'x'",
            "line 6, column 8: providers[1].port: invalid type",
        ),
        (
            "version = 1\nproviders = [{ address = 'a' }, { address = 'b', port = 70000 }]",
            "line 2, column 57: providers[1].port: invalid value",
        ),
        (
            "version = 1\n[[providers]]\naddres = 'a'",
            "line 3, column 1: providers[0].addres: there is no such key, did you mean `address`?",
        ),
        (
            "version = 1\n[[providers]]\naddress = 'a'\nkind = 'tunel'",
            "line 4, column 8: providers[0].kind: `tunel` is none, did you mean `tunnel`?",
        ),
        (
            "version = 1\n[advanced]\nretry = 'soon'",
            "line 3, column 9: advanced.retry: expected a time such as",
        ),
        ("version = 1\n[advanced\n", "line 2, column 10: "),
        ("providers = []", "line 1, column 1: there is no version: write  version = 1  in"),
        ("\nversion = 2", "line 2, column 11: version: the file is of version 2, this program"),
        ("version = '1'", "line 1, column 11: version: expected version = 1"),
        (
            "version = 1\n[colours]\nred = 1",
            "line 2, column 2: colours: there is no such key; there are `providers`, `advanced`",
        ),
    ] {
        assert!(error(text).starts_with(expected), "{text}\n{}", error(text));
    }
}

#[test]
fn what_the_program_finds_wrong_has_its_place_too() {
    let text = "version = 1\n[[providers]]\naddress = 'a'\n[[providers]]\naddress = 'b'";
    let file = ConfigFile::parse(text, 1).unwrap();
    let of = |key: &str| file.wrong(key, "is twice").to_string();
    assert_eq!(of("providers[1].address"), "line 5, column 11: providers[1].address: is twice");
    // What is not there would be in this.
    assert_eq!(
        of("providers[1].login.user"),
        "line 4, column 1: providers[1].login.user: is twice"
    );
    assert_eq!(of("advanced"), "line 1, column 1: advanced: is twice");
}

#[test]
fn a_file_is_named() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"\xef\xbb\xbfversion = 1\n[advanced]\nretyr = 1").unwrap();
    let error = ConfigFile::load(file.path(), 1).unwrap().settings::<Settings>().unwrap_err();
    let expected = format!("{}:3:1: advanced.retyr: there is", file.path().display());
    assert!(error.to_string().starts_with(&expected), "{error}");
    assert_eq!((error.file(), error.line()), (Some(file.path()), Some(3)));
}

#[test]
fn what_is_no_text_is_refused() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"version = 1 # \xff").unwrap();
    let error = ConfigFile::load(file.path(), 1).unwrap_err();
    assert!(matches!(error.fault(), Fault::NotUtf8), "{error}");
    file.as_file().set_len(config_file::MAX_FILE + 1).unwrap();
    let error = ConfigFile::load(file.path(), 1).unwrap_err();
    assert!(matches!(error.fault(), Fault::TooLarge), "{error}");
    let error = ConfigFile::load("/no/such/file.toml", 1).unwrap_err();
    assert!(error.to_string().starts_with("/no/such/file.toml: cannot be read: "), "{error}");
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
struct Office {
    offices: Vec<Self>,
    place: Option<Place>,
    lines: Vec<u32>,
    lists: Option<Lists>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
struct Place {
    country: u32,
    area: u32,
    codes: Vec<u32>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
struct Lists {
    automatic: bool,
    file: String,
}

#[test]
fn tables_have_from_the_root_what_is_missing_in_them_key_by_key() {
    let root = "version = 1\nlines = [1]\nplace = { country = 49, area = 89, codes = [0, 1] }\n\
                [lists]\nautomatic = true\nfile = 'a'\n";
    let tables = "[[offices]]\n[offices.place]\narea = 30\ncodes = [9]\n\
                  [[offices]]\nlines = [2]\nlists = { file = 'b' }\n";
    let array = "offices = [{ place = { area = 30, codes = [9] } }, \
                 { lines = [2], lists = { file = 'b' } }]\n";
    for text in [format!("{root}{tables}"), root.replacen('\n', &format!("\n{array}"), 1)] {
        let file = ConfigFile::parse(&text, 1).unwrap();
        let keys = ["place", "lines", "lists.automatic"];
        let Office { offices, .. } = file.settings_inheriting("offices", &keys).unwrap();
        let lists = |file: &str| Some(Lists { automatic: true, file: file.to_owned() });
        let place = |area, codes: &[u32]| Some(Place { country: 49, area, codes: codes.to_vec() });
        let expected = [
            Office { place: place(30, &[9]), lines: vec![1], lists: lists(""), ..<_>::default() },
            Office {
                place: place(89, &[0, 1]),
                lines: vec![2],
                lists: lists("b"),
                ..<_>::default()
            },
        ];
        assert_eq!(offices, expected, "{text}");
        assert!(file.has("offices[0].place.area") && !file.has("offices[1].place"));
    }
}
