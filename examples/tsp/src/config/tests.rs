//! The example file is what the program takes, and what is wrong is told with its place.

use std::io::Write as _;
use std::path::PathBuf;

use config_file::ConfigFile;

use super::{Bus, Config, EXAMPLE, Instead, Login, ManualLine, Provider, Settings, Tls};

/// The example with everything in it that is commented out.
fn uncommented() -> String {
    let is_setting = |line: &str| {
        let key = line.split_once(" = ").is_some_and(|(key, _)| {
            key.bytes().all(|octet| octet.is_ascii_lowercase() || octet == b'_')
        });
        key || line.starts_with('[')
    };
    let line = |line: &'static str| {
        let bare = line.trim_start_matches(['#', ' ']);
        if line.starts_with('#') && is_setting(bare) { bare } else { line }
    };
    EXAMPLE.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn error(text: &str) -> String {
    let mut file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    let error = Config::load(Some(file.path()), &Instead::default()).unwrap_err().to_string();
    error.replace(&file.path().display().to_string(), "FILE")
}

#[test]
fn the_example_says_the_defaults() {
    let file = ConfigFile::parse(EXAMPLE, 1).unwrap();
    let office = Provider {
        name: "office".to_owned(),
        address: "192.168.0.101".to_owned(),
        ..Provider::default()
    };
    let default = Settings { providers: vec![office], ..Settings::default() };
    assert_eq!(file.settings::<Settings>().unwrap(), default);
}

#[test]
fn the_example_has_every_key() {
    let text = uncommented();
    ConfigFile::parse(&text, 1).unwrap().settings::<Settings>().unwrap();
    // Written out, so that a new key has to be written here, too.
    let Settings { mut lines, mut numbers, advanced, mut serve, mut cdr, .. } = Settings::default();
    let path = || Some(PathBuf::from("x"));
    lines.file = path();
    lines.manual = vec![ManualLine {
        number: String::new(),
        name: String::new(),
        provider: Some(String::new()),
    }];
    serve.token = Some(String::new());
    serve.token_file = path();
    cdr.provider = Some(String::new());
    numbers.extensions.min_length = Some(1);
    numbers.extensions.max_length = Some(1);
    numbers.location.region = Some(String::new());
    for rules in [&mut numbers.incoming, &mut numbers.outgoing] {
        rules.push(numfmt::Rule::regex("", ""));
    }
    numbers.pc_dialing.push(numfmt::Rule::text("", ""));
    let secret = Some(String::new());
    let provider = Provider {
        name: String::new(),
        address: String::new(),
        login: Some(Login { user: String::new(), password: secret.clone(), password_file: path() }),
        tls: Some(Tls { roots: path(), server_name: secret, certificate: path(), key: path() }),
        ..Provider::default()
    };
    let providers = vec![provider];
    let bus = Some(Bus {
        url: String::new(),
        credentials: path(),
        user: Some(String::new()),
        sites: Vec::new(),
    });
    let all = Settings { providers, bus, lines, numbers, advanced, serve, cdr };
    let mut every = toml_edit::ser::to_document(&all).unwrap();
    // What they can have is shown where it holds for all.
    for provider in every["providers"].as_array_mut().unwrap().iter_mut() {
        for table in ["lines", "numbers", "advanced"] {
            provider.as_inline_table_mut().unwrap().remove(table).unwrap();
        }
    }
    let mut keys = Vec::new();
    collect(every.as_item(), "", &mut keys);
    assert!(keys.len() > 50, "{keys:?}");
    let file: toml_edit::DocumentMut = text.parse().unwrap();
    let mut there = Vec::new();
    collect(file.as_item(), "", &mut there);
    for key in keys {
        assert!(there.contains(&key), "{key} is not in csta-tsp.toml");
    }
}

/// The keys in an item, those in arrays without their index.
fn collect(item: &toml_edit::Item, path: &str, keys: &mut Vec<String>) {
    if let Some(table) = item.as_table_like() {
        for (key, item) in table.iter() {
            let path = format!("{path}.{key}");
            keys.push(path.clone());
            collect(item, &path, keys);
        }
    }
    if let Some(tables) = item.as_array_of_tables() {
        for table in tables {
            collect(&toml_edit::Item::Table(table.clone()), path, keys);
        }
    }
    for value in item.as_array().into_iter().flatten() {
        collect(&toml_edit::Item::Value(value.clone()), path, keys);
    }
}

#[test]
fn what_is_wrong_is_told_with_file_line_and_key() {
    for (text, expected) in [
        ("[[providers]]\nname = 'a'", "FILE:2:1: providers[0].address: there is none"),
        (
            "[[providers]]\naddress = 'a'\n[[providers]]\naddress = 'b'\nname = 'a'",
            "FILE:6:8: providers[1].name: another provider is called \"a\", too",
        ),
        (
            "[[providers]]\naddress = 'a'\n[[providers]]\naddress = 'a'\nname = 'b'",
            "FILE:5:11: providers[1].address: another provider has the address a: a PBX takes one",
        ),
        (
            "[[providers]]\naddress = 'a'\n[providers.tls]\nroots = 'no.pem'",
            "FILE:5:9: providers[0].tls.roots: ",
        ),
        (
            "[[providers]]\naddress = 'a'\n[providers.login]\nuser = 'a'\npassword_file = 'no'",
            "FILE:6:17: providers[0].login.password_file: ",
        ),
        (
            "[lines]\nautomatc = true",
            "FILE:3:1: lines.automatc: there is no such key, did you mean `automatic`?",
        ),
        ("[lines]\nform = 'canonical'\n[[providers]]\naddress='a'", "FILE:3:8: lines.form: "),
        ("[lines]\nfile = 'no.txt'", "FILE:3:8: lines.file: "),
        ("[bus]\nurl = ''", "FILE:3:7: bus.url: "),
        ("[[lines.manual]]\nnumber = 'x'", "FILE:3:10: lines.manual[0].number: "),
        (
            "[[lines.manual]]\nnumber = '+49(30)1'",
            "FILE:3:10: lines.manual[0].number: give the number by which the PBX knows it",
        ),
        (
            "[[providers]]\naddress='office'\n[[lines.manual]]\nnumber = '1'\nprovider = 'ofice'",
            "FILE:6:12: lines.manual[0].provider: no provider is called \"ofice\", did you mean \
             \"office\"?",
        ),
        (
            "[lines]\nfile = 'a'\n[[providers]]\naddress = 'a'\n[[providers]]\naddress = 'b'",
            "FILE:3:8: lines.file: a list is of one PBX: name it in [providers.lines] of that one",
        ),
        (
            "[[providers]]\naddress = 'a'\n[[providers.lines.manual]]\nnumber = '1'\nprovider = 'a'",
            "FILE:6:12: providers[0].lines.manual[0].provider: it stands in the table of its provider",
        ),
        (
            "[[providers]]\naddress = 'a'\n[providers.lines]\nform = 'canonical'",
            "FILE:5:8: providers[0].lines.form: canonical names need the location",
        ),
        (
            "[[providers]]\naddress = 'a'\n[providers.advanced]\nretry_interval = '10ms'",
            "FILE:5:18: providers[0].advanced.retry_interval: less than",
        ),
        (
            "[[providers]]\naddress = 'a'\n[providers.advanced]\nopen_lines = 7",
            "FILE:5:14: providers[0].advanced.open_lines: is of all providers together",
        ),
        (
            "[[numbers.incoming]]\nregex = '^0(.*'\nreplace = '\\1'",
            "FILE:3:9: numbers.incoming[0].regex: ",
        ),
        (
            "[numbers.location]\nenabled = true\ncountry_code = '49'\narea_code = '89'\n\
             prefix = '1234'",
            "FILE:3:11: numbers.location.enabled: ",
        ),
        ("[advanced]\nretry_interval = '10ms'", "FILE:3:18: advanced.retry_interval: less than"),
        ("[advanced]\nopen_lines = 0", "FILE:3:14: advanced.open_lines: from 1 to 65536"),
        ("[serve]\nlisten = '0.0.0.0:80'", "FILE:3:10: serve.listen: not an address of this"),
        ("[serve]\ntoken = 'short'", "FILE:3:9: serve.token: fewer than 16 characters"),
        (
            "[cdr]\nformat = 'sqlit'",
            "FILE:3:10: cdr.format: `sqlit` is none, did you mean `sqlite`?",
        ),
    ] {
        let error = error(&format!("version = 1\n{text}"));
        assert!(error.starts_with(expected), "{text}\n{error}");
    }
}

#[test]
fn a_secret_that_is_too_long_is_refused_and_not_cut() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&[b'x'; 5000]).unwrap();
    let error = error(&format!("version = 1\n[serve]\ntoken_file = '{}'", file.path().display()));
    assert!(error.contains("serve.token_file: "), "{error}");
    assert!(error.contains("has more than 4096 octets in its first line"), "{error}");
}

#[test]
fn a_number_in_the_list_that_no_line_has_is_told() {
    let mut list = tempfile::NamedTempFile::new().unwrap();
    list.write_all(b"101\n+49(30)1,Reception\n").unwrap();
    let error = error(&format!("version = 1\n[lines]\nfile = '{}'", list.path().display()));
    let expected = format!("{}: +49(30)1: give the number by which", list.path().display());
    assert!(error.starts_with("FILE:3:8: lines.file: ") && error.contains(&expected), "{error}");
}

#[test]
fn all_rules_that_are_wrong_are_told_at_once() {
    let rules = "version = 1\n[numbers]\nincoming = [{ regex = '(', replace = '' }]\n\
                 outgoing = [{ regex = ')', replace = '' }]";
    let error = error(rules);
    assert!(error.contains("FILE:3:23: numbers.incoming[0].regex: "), "{error}");
    assert!(error.contains("FILE:4:23: numbers.outgoing[0].regex: "), "{error}");
}

#[test]
fn a_pbx_of_the_command_line_takes_the_place_of_those_in_the_file() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    let text = "version = 1\n[[providers]]\naddress = 'a'\n[advanced]\nopen_lines = 7";
    file.write_all(text.as_bytes()).unwrap();
    let instead = Instead { pbx: Some("127.0.0.1"), ..Instead::default() };
    let config = Config::load(Some(file.path()), &instead).unwrap();
    let names: Vec<_> = config.providers.iter().map(|provider| &provider.name).collect();
    assert_eq!(names, ["127.0.0.1"]);
    assert_eq!(config.settings.advanced.open_lines, 7);
}

#[test]
fn what_is_typed_of_a_pbx_wins_and_the_rest_of_the_file_stays() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    let text = "version = 1\n[[providers]]\nname = 'branch'\naddress = 'a'\n\
                [providers.login]\nuser = 'anna'\npassword = 'secret'\n\
                [providers.tls]\nserver_name = 'mux.example'\n";
    file.write_all(text.as_bytes()).unwrap();
    let load = |instead: &Instead<'_>| {
        Config::load(Some(file.path()), instead).map(|config| config.settings.providers)
    };
    let typed = Instead { pbx: Some("b:1"), ..Instead::default() };
    let [kept] = load(&typed).unwrap().try_into().unwrap();
    assert_eq!((kept.name(), &*kept.address), ("branch", "b:1"));
    assert_eq!(kept.login.as_ref().unwrap().password.as_deref(), Some("secret"));
    assert_eq!(kept.tls.as_ref().unwrap().server_name.as_deref(), Some("mux.example"));

    // Another user has another password.
    let mut other =
        Instead { user: Some("ben"), ask_password: Some(|_| Ok("asked".to_owned())), ..typed };
    let [asked] = load(&other).unwrap().try_into().unwrap();
    let login = asked.login.unwrap();
    assert_eq!((&*login.user, login.password), ("ben", None));
    assert_eq!(asked.tls, kept.tls);
    other.ask_password = Some(|user| Err(format!("nobody knows that of {user}")));
    let error = load(&other).unwrap_err().to_string();
    assert!(error.ends_with("providers[0].login.password: nobody knows that of ben"), "{error}");
}

#[test]
fn of_several_providers_the_one_at_the_address_is_meant() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    let text = "version = 1\n[[providers]]\nname = 'north'\naddress = 'a'\n\
                [[providers]]\nname = 'south'\naddress = 'b:33333'\n\
                [providers.login]\nuser = 'anna'\npassword = 'secret'\n";
    file.write_all(text.as_bytes()).unwrap();
    let load = |instead: Instead<'_>| {
        Config::load(Some(file.path()), &instead).map(|config| config.settings.providers)
    };
    let [south] =
        load(Instead { pbx: Some("b"), ..Instead::default() }).unwrap().try_into().unwrap();
    assert!(south.name() == "south" && south.login.is_some());
    let [other] =
        load(Instead { pbx: Some("c"), ..Instead::default() }).unwrap().try_into().unwrap();
    assert!(other.name() == "c" && other.login.is_none());
    let error = load(Instead { tls: true, ..Instead::default() }).unwrap_err().to_string();
    assert!(error.contains("name it by --pbx"), "{error}");
}

#[test]
fn a_provider_differs_in_the_keys_that_are_given_there_alone() {
    let directory = tempfile::tempdir().unwrap();
    let path = |name: &str| directory.path().join(name);
    std::fs::write(path("south.txt"), "999,Doorphone\n").unwrap();
    let text = "version = 1\n\
                [[providers]]\nname = 'north'\naddress = 'a'\n\
                [[providers]]\nname = 'south'\naddress = 'b'\n\
                [providers.lines]\nautomatic = false\nfile = 'south.txt'\n\
                [[providers.lines.manual]]\nnumber = '998'\n\
                [providers.numbers]\nincoming = []\n\
                [providers.numbers.location]\ncountry_code = '41'\n\
                [providers.advanced]\nsnapshot_interval = 'never'\n\
                [lines]\nnames = true\n\
                [[lines.manual]]\nnumber = '200'\n\
                [[lines.manual]]\nnumber = '997'\nprovider = 'south'\n\
                [numbers]\nincoming = [{ text = '1', replace = '2' }]\n\
                pc_dialing = [{ text = '555', replace = '102' }]\n\
                [numbers.extensions]\nranges = '100-105'\n\
                [numbers.location]\narea_code = '89'\n\
                [advanced]\nretry_interval = '5m'\n";
    std::fs::write(path("csta-tsp.toml"), text).unwrap();
    let config = Config::load(Some(&path("csta-tsp.toml")), &Instead::default()).unwrap();
    let numbers = |at: usize| &config.settings.providers[at].numbers;
    assert_eq!(*numbers(0), config.settings.numbers);
    let mut expected = config.settings.numbers.clone();
    expected.incoming.clear();
    "41".clone_into(&mut expected.location.country_code);
    assert_eq!(*numbers(1), expected);

    let [north, south] = config.providers.as_slice() else { panic!("{:?}", config.providers) };
    let number = |own: &numfmt::Line| own.number().to_owned();
    let listed = |own: &super::Connection| own.lines.manual.iter().map(number).collect::<Vec<_>>();
    assert_eq!(listed(north), ["200"]);
    assert_eq!(listed(south), ["997", "998", "999"]);
    assert!(north.lines.automatic && !south.lines.automatic);
    assert!(north.lines.read_names && south.lines.read_names);
    assert_eq!((&north.list, &south.list), (&None, &Some(path("south.txt"))));
    assert_eq!(north.advanced, config.settings.advanced);
    assert_eq!(south.advanced.snapshot_interval, None);
    assert_eq!(south.advanced.retry_interval.as_secs(), 300);
}
