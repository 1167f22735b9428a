//! Configuration files.

use std::time::Duration;

use pbx_sim::{Config, ConfigError, ConfigFileError, Model, Outcome};

fn error(text: &str) -> String {
    text.parse::<Config>().unwrap_err().to_string()
}

#[test]
fn the_file_that_is_built_in_is_the_default() {
    assert_eq!(Config::DEFAULT_FILE.parse::<Config>().unwrap(), Config::default());
}

#[test]
fn the_file_that_is_built_in_has_every_setting() {
    let every = toml_edit::ser::to_document(&Config::default()).unwrap();
    let mut keys: Vec<_> = every.iter().map(|(key, _)| key.to_owned()).collect();
    for (table, item) in every.iter() {
        let inner = item.as_table_like().into_iter().flat_map(|table| table.iter());
        keys.extend(inner.map(|(key, _)| format!("{table}.{key}")));
    }
    assert!(keys.len() > 40, "{keys:?}");
    let file: toml_edit::DocumentMut = Config::DEFAULT_FILE.parse().unwrap();
    for key in keys {
        let missing = key.split('.').try_fold(file.as_item(), |item, key| item.get(key)).is_none();
        assert!(!missing, "{key}");
    }
}

#[test]
fn a_file_changes_what_it_says() {
    let text = "version = 1\n[timing]\nno_answer = 'never'\n[network]\n\
                numbers = [['030', 'busy'], ['031', { answers = '5s' }]]";
    let config: Config = text.parse().unwrap();
    assert_eq!(config.timing.no_answer, None);
    let answers = Outcome::Answers(Duration::from_secs(5));
    let numbers = [("030".to_owned(), Outcome::Busy), ("031".to_owned(), answers)];
    assert_eq!(config.network.numbers, numbers);
    assert_eq!(config.extensions, Config::default().extensions);
}

#[test]
fn a_file_that_lists_devices_lists_all_of_them() {
    let config: Config = "version = 1\n[[extensions]]\nnumber = '7'".parse().unwrap();
    assert_eq!(config.extensions.len(), 1);
    assert!(config.extensions[0].hands_free);
    assert!(config.trunks.is_empty() && config.groups.is_empty() && config.voice_mail.is_none());
    assert_eq!(config.access_codes, ["0", "9"]);
}

#[test]
fn a_file_that_names_a_model_has_its_limits_but_for_what_it_says() {
    let config: Config = "version = 1\nmodel = 'nsx'\n[link]\nmonitor_limit = 5".parse().unwrap();
    assert_eq!(config.link.monitor_limit, 5);
    assert_eq!(config.link.message_limit, Config::of(Model::Nsx).link.message_limit);
    assert_eq!(config.conference_limit, Model::Nsx.sizes().conference);
}

#[test]
fn an_error_names_the_line_and_what_to_do() {
    assert_eq!(
        error("access_codes = []"),
        "line 1, column 1: there is no version: write  version = 1  in the first line"
    );
    let newer = error("\nversion = 2");
    assert!(newer.starts_with("line 2, column 11: version: the file is of version 2"), "{newer}");
    let unknown = error("version = 1\n[timing]\nno_anwser = '20s'");
    let meant =
        "line 3, column 1: timing.no_anwser: there is no such key, did you mean `no_answer`?";
    assert_eq!(unknown, meant);
    assert_eq!(
        error("version = 1\n[timing]\nprompt = '20 minutes'"),
        "line 3, column 10: timing.prompt: expected a time such as \"2s\", \"500ms\" or \"1.5m\""
    );
    assert!(error("version = 1\nextensions = [").starts_with("line 2, column 15: "));
    assert!(error("version = 'one'").starts_with("line 1, column 11: "));
}

#[test]
fn an_error_in_the_settings_names_the_line() {
    for (settings, line, wrong) in [
        ("[link]\nstatus_interval = '0s'", 3, ConfigError::StatusInterval),
        ("[records]\nrepeat_after = '0s'", 3, ConfigError::RecordInterval("repeat_after")),
        (
            "[records]\nthreshold = 2\nnotify_after = '999ms'",
            4,
            ConfigError::RecordInterval("notify_after"),
        ),
        ("[link]\n\nmessage_limit = 4", 4, ConfigError::MessageLimit(4)),
        (
            "extensions = [{ number = '7' },\n{ number = '8' },\n{ number = '7' }]",
            4,
            ConfigError::DuplicateNumber("7".to_owned()),
        ),
        ("[[extensions]]\nnumber = 'x'", 3, ConfigError::InvalidNumber("x".to_owned())),
        ("[[extensions]]\nname = 'x'", 2, ConfigError::InvalidNumber(String::new())),
        (
            "refused_services = [\n'makeCall',\n'dance']",
            4,
            ConfigError::UnknownService("dance".to_owned()),
        ),
    ] {
        match format!("version = 1\n{settings}").parse::<Config>() {
            Err(ConfigFileError::Settings { place, error }) => {
                assert_eq!((place.line(), error), (Some(line), wrong), "{settings}");
            }
            other => panic!("{other:?}"),
        }
    }
}
