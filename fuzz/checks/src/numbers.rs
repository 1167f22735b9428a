//! Any text as rules for phone numbers, and any text as a number.

use numfmt::{
    Config, ConfigFile, ExtensionRange, Formatter, List, Rule, lint, read_lines, read_rules,
    write_lines, write_rules,
};

use crate::input::Input;
use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "numbers",
    claim: "any text as rules, as a list of lines, as a range of extensions and as settings, and \
        any text as a number: an error with its place, or a formatter that gives what it explains \
        and rules that are written and read again as the same",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let list = List::ALL[usize::from(input.octet()) % List::ALL.len()];
    let number = String::from_utf8_lossy(input.piece()).into_owned();
    let text = input.rest();
    if let Ok(rules) = read_rules(list, text) {
        let written = write_rules(&rules);
        assert_eq!(read_rules(list, written.as_bytes()), Ok(rules.clone()), "{written}");
        format(list, rules, &number);
    }
    if let Ok(lines) = read_lines(text) {
        let written = write_lines(&lines);
        assert_eq!(read_lines(written.as_bytes()), Ok(lines), "{written}");
    }
    let text = String::from_utf8_lossy(text);
    if let Ok(range) = ExtensionRange::new(&text, Some(1), Some(12)) {
        range.is_internal(&number);
    }
    if let Ok(mut file) = text.parse::<ConfigFile>() {
        check(file.config(), list, &number);
        file.update(Config::default());
        let again: ConfigFile = file.to_string().parse().expect("what was written is read");
        assert_eq!(again.config(), &Config::default());
    }
}

fn format(list: List, rules: Vec<Rule>, number: &str) {
    let mut config = Config::default();
    config.extensions.ranges = "100-199,4*".into();
    config.dialing.access_code = "0".into();
    config.location.enabled = true;
    config.location.country_code = "49".into();
    config.location.area_code = "89".into();
    config.location.prefix = "1234".into();
    *config.rules_mut(list) = rules;
    check(&config, list, number);
}

/// What a formatter gives is what it explains.
fn check(config: &Config, list: List, number: &str) {
    lint(config);
    let Ok(formatter) = Formatter::new(config) else { return };
    let explanation = formatter.explain(list, number);
    assert_eq!(explanation.output, formatter.format(list, number));
    let _ = (formatter.is_internal(number), formatter.line_name(number));
}

fn seeds() -> Vec<Vec<u8>> {
    let seed = |list: u8, number: &str, text: &str| {
        [&[list], seeds::framed(number.as_bytes()).as_slice(), text.as_bytes()].concat()
    };
    let rules =
        "regex ^0([1-9].*)$ => +49\\1\ntext 110 =>\nregex ^\\+49(.*) => 0\\1\n# a comment\n";
    let settings = "version = 1\n[extensions]\nranges = \"100-199,4*\"\nmax_length = 3\n\
        [dialing]\naccess_code = \"0\"\n[location]\nenabled = true\ncountry_code = \"49\"\n\
        area_code = \"89\"\nprefix = \"1234\"\n[[incoming]]\ntext = \"110\"\nreplace = \"\"\n\
        [[pc_dialing]]\nregex = \"^(9+)$\"\nreplace = '\\1'\n";
    vec![
        seed(0, "0030555", rules),
        seed(1, "+49(89)1234-100", rules),
        seed(0, "100", settings),
        seed(2, "999", settings),
        seed(0, "101", "101,Reception\n102,\"Miller, Anna\"\n103\n"),
        seed(0, "150", "100-199,30-39,4*"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_seed_is_what_it_is_meant_for() {
        let seeds = seeds();
        let text = |index: usize| {
            let mut input = Input::new(&seeds[index]);
            let _ = (input.octet(), input.piece());
            input.rest().to_vec()
        };
        assert_eq!(read_rules(List::ALL[0], &text(0)).unwrap().len(), 3);
        for index in [2, 3] {
            let settings = String::from_utf8(text(index)).unwrap();
            assert!(Formatter::new(settings.parse::<ConfigFile>().unwrap().config()).is_ok());
        }
        assert_eq!(read_lines(&text(4)).unwrap().len(), 3);
        let range = String::from_utf8(text(5)).unwrap();
        assert!(ExtensionRange::new(&range, Some(1), Some(12)).unwrap().is_internal("150"));
    }
}
