//! Configuration files: read, changed and written back, with their comments and the lines of their faults.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use numfmt::{Config, ConfigError, ConfigFile, List, Rule};

const SITE: &str = r#"# Munich, main building
version = 1

[extensions]
ranges = "100-199,4*" # desks and DECT
max_length = 3

[dialing]
access_code = '0'

# --- incoming calls ---

# the PBX reports the trunk code
[[incoming]]
regex = '^0(.*)'
replace = '\1'

# reception shows as one number
[[incoming]]
text = "100"   # the desk
replace = "1"

[[pc_dialing]]
# a short code
text = "*1"
replace = "03012345"

# end of file
"#;

fn site() -> ConfigFile {
    SITE.parse().unwrap()
}

/// The file's text after a change of its settings, which it must still have.
fn after(text: &str, change: impl FnOnce(&mut Config)) -> String {
    let mut file: ConfigFile = text.parse().unwrap();
    let mut config = file.config().clone();
    change(&mut config);
    file.update(config.clone());
    assert_eq!(file.to_string().parse::<ConfigFile>().unwrap().config(), &config);
    file.to_string()
}

fn error(text: &str) -> String {
    let file = match text.parse::<ConfigFile>() {
        Ok(file) => file,
        Err(error) => return error.to_string(),
    };
    file.formatter().unwrap_err().to_string()
}

#[test]
fn settings_and_order_of_rules_are_read() {
    let file = site();
    let config = file.config();
    assert_eq!(config.extensions.ranges, "100-199,4*");
    assert_eq!(config.dialing.access_code, "0");
    assert_eq!(config.incoming, [Rule::regex("^0(.*)", r"\1"), Rule::text("100", "1")]);
    assert_eq!(config.pc_dialing, [Rule::text("*1", "03012345")]);
    file.formatter().unwrap();
}

#[test]
fn without_a_change_every_octet_stays() {
    assert_eq!(after(SITE, |_| {}), SITE);
}

#[test]
fn a_changed_setting_keeps_its_comment() {
    let text = after(SITE, |config| config.extensions.ranges = "100-299".into());
    assert_eq!(text, SITE.replace("\"100-199,4*\"", "\"100-299\""));
}

#[test]
fn an_edited_rule_keeps_its_comments() {
    let text = after(SITE, |config| config.incoming[1].replace = "2".into());
    assert_eq!(text, SITE.replace("replace = \"1\"", "replace = \"2\""));
}

#[test]
fn a_rule_of_another_kind_keeps_its_comments() {
    let text = after(SITE, |config| config.pc_dialing[0] = Rule::regex("^1$", "03012345"));
    assert!(text.contains("[[pc_dialing]]\n"), "{text}");
    assert!(text.contains("# a short code\nregex = \"^1$\""), "{text}");
}

#[test]
fn rules_move_with_their_comments_and_the_heading_stays() {
    let text = after(SITE, |config| config.incoming.reverse());
    let moved = "# --- incoming calls ---\n\n# reception shows as one number\n[[incoming]]\ntext = \"100\"   # the desk\n\
                 replace = \"1\"\n\n# the PBX reports the trunk code\n[[incoming]]\nregex = '^0(.*)'";
    assert!(text.contains(moved), "{text}");
    assert!(text.ends_with("# end of file\n"), "{text}");
}

#[test]
fn a_removed_rule_takes_its_own_comment_along_only() {
    let text = after(SITE, |config| drop(config.incoming.remove(0)));
    assert!(!text.contains("trunk code"), "{text}");
    assert!(text.contains("# --- incoming calls ---\n\n# reception shows"), "{text}");
    let text = after(SITE, |config| config.incoming.clear());
    assert!(text.contains("# --- incoming calls ---") && !text.contains("reception"), "{text}");
}

#[test]
fn new_rules_stand_where_they_belong() {
    let text = after(SITE, |config| {
        config.incoming.insert(1, Rule::regex(r"^\+(.*)", r"00\1"));
        config.outgoing.push(Rule::text("200", ""));
    });
    let order = ["^0(.*)", r"^\+(.*)", "text = \"100\"", "*1", "text = \"200\""];
    let places: Vec<_> = order.iter().map(|part| text.find(part).unwrap()).collect();
    assert!(places.is_sorted(), "{text}");
    assert!(text.contains(r"regex = '^\+(.*)'"), "{text}");
}

#[test]
fn only_what_differs_from_the_default_is_added() {
    let text = after(SITE, |config| {
        config.location.enabled = true;
        config.location.country_code = "49".into();
    });
    assert!(text.contains("[location]\nenabled = true\ncountry_code = \"49\"\n"), "{text}");
    assert!(!text.contains("area_code") && !text.contains("national_prefix"), "{text}");
}

#[test]
fn rules_in_one_array_stay_in_it() {
    let text = "version = 1\nincoming = [\n    # zero\n    { regex = '^0(.*)', replace = '\\1' },\n    # desk\n    { text = \"1\", replace = \"\" },\n]\n";
    assert_eq!(after(text, |_| {}), text);
    let text = after(text, |config| {
        config.incoming.reverse();
        config.incoming.push(Rule::text("2", ""));
    });
    let zero = "    # zero\n    { regex = '^0(.*)', replace = '\\1' },";
    assert!(
        text.contains(&format!(
            "    # desk\n    {{ text = \"1\", replace = \"\" }},\n{zero}\n    {{ text = \"2\""
        )),
        "{text}"
    );
}

#[test]
fn interleaved_lists_stay_in_order() {
    let text = "version = 1\n[[incoming]]\ntext = '1'\nreplace = 'a'\n[[outgoing]]\ntext = '2'\nreplace = 'b'\n[[incoming]]\ntext = '3'\nreplace = 'c'\n";
    after(text, |config| config.incoming.reverse());
    after(text, |config| config.incoming.insert(0, Rule::text("0", "")));
    after(text, |config| config.incoming.truncate(1));
}

#[test]
fn a_file_without_version_or_of_another_one_is_refused() {
    assert!(error("[extensions]\n").contains("write  version = 1  in its first line"));
    assert!(
        error("# new\nversion = 2\n")
            .starts_with("line 2: the file has version 2, this program reads 1")
    );
    assert!(error("version = \"1\"\n").starts_with("line 1, column 11: "));
}

#[test]
fn faults_are_told_with_their_lines() {
    let starts = [
        ("version = 1\n[extensions\n", "line 2, column 12: "),
        ("version = 1\n[[incoming]]\nregexp = ''\n", "line 3, column 1: unknown field `regexp`"),
        ("version = 1\n[[incoming]]\nregex = ''\n", "line 2, column 1: missing field `replace`"),
        (
            "version = 1\n[[incoming]]\nregex = ''\ntext = ''\nreplace = ''\n",
            "line 2, column 1: a rule has either `text` or `regex`",
        ),
        (
            "version = 1\n[[incoming]]\ntext = '1'\nreplace = ''\n\n[[incoming]]\nregex = '^0(.*'\nreplace = '1'\n",
            "line 7 of the file: incoming list, line 2, column 3 of the expression: unclosed group",
        ),
        (
            "version = 1\noutgoing = [\n  { text = '1', replace = '\\1' },\n]\n",
            "line 3 of the file: outgoing list, line 1, column 1 of the replacement: there is no group \\1",
        ),
        (
            "version = 1\n[extensions]\nranges = '199-100'\n",
            "line 3 of the file: [extensions] extension range, column 1",
        ),
        (
            "version = 1\n[extensions]\nranges = '1'\nmax_length = 0\n",
            "line 4 of the file: [extensions] extension range",
        ),
        (
            "version = 1\n\n[dialing]\naccess_code = '+'\n",
            "line 4 of the file: [dialing] access_code: use",
        ),
        (
            "version = 1\n[location]\nenabled = true\n",
            "line 2 of the file: [location] country_code: use",
        ),
        (
            "version = 1\n[location]\nenabled = true\ncountry_code = '49'\n",
            "line 3 of the file: [location] is enabled, but nothing says",
        ),
    ];
    for (text, start) in starts {
        let error = error(text);
        assert!(error.starts_with(start), "{error}");
    }
}

#[test]
fn a_rule_is_found_in_its_file() {
    assert_eq!(site().line_of_rule(List::Incoming, 2), Some(20));
    assert_eq!(site().line_of_rule(List::Incoming, 3), None);
    assert_eq!(site().line_of_rule(List::Outgoing, 1), None);
}

#[test]
fn a_file_is_saved_and_loaded() {
    let path = std::env::temp_dir().join(format!("numfmt-{}.toml", std::process::id()));
    site().save(&path).unwrap();
    assert_eq!(ConfigFile::load(&path).unwrap().to_string(), SITE);
    std::fs::write(&path, b"version = 1 # \xff").unwrap();
    assert!(matches!(ConfigFile::load(&path), Err(ConfigError::NotUtf8)));
    std::fs::remove_file(&path).unwrap();
    let error = ConfigFile::load(&path).unwrap_err().to_string();
    assert!(error.contains("cannot be read"), "{error}");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_make_no_difference() {
    let text = format!("\u{feff}{}", SITE.replace('\n', "\r\n"));
    assert_eq!(text.parse::<ConfigFile>().unwrap().config(), site().config());
}

#[test]
fn settings_may_be_a_table_of_another_file() {
    #[derive(serde::Deserialize)]
    struct Program {
        numbers: Config,
    }
    let text =
        "[numbers.dialing]\naccess_code = '0'\n[[numbers.outgoing]]\ntext = '1'\nreplace = '2'\n";
    let program: Program = toml_edit::de::from_str(text).unwrap();
    assert_eq!(program.numbers.version, Config::VERSION);
    assert_eq!(program.numbers.outgoing, [Rule::text("1", "2")]);
}
