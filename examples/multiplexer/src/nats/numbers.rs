//! Numbers and names that occur in an event.

use std::collections::BTreeMap;

use numfmt::{Formatter, List};
use serde_json::Value;

/// The members of events in which numbers stand.
const NUMBERS: [&str; 3] = ["dialingNumber", "implicitPublic", "implicitPrivate"];

/// The choices of kinds of numbers.
const KINDS: [&str; 2] = ["explicitPublic", "explicitPrivate"];

/// Numbers that are shown otherwise than the PBX writes them, and names, by number.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) numbers: BTreeMap<String, String>,
    pub(super) names: BTreeMap<String, String>,
}

/// Looks through an event in the form of X.697.
pub(super) fn shown<'n>(
    event: &Value,
    formatter: &Formatter,
    list: List,
    name: impl Fn(&str) -> Option<&'n str>,
) -> Shown {
    let mut shown = Shown::default();
    visit(event, &mut |number| {
        let formatted = formatter.format(list, number);
        if formatted != number {
            shown.numbers.insert(number.to_owned(), formatted.into_owned());
        }
        if let Some(name) = name(number) {
            shown.names.insert(number.to_owned(), name.to_owned());
        }
    });
    shown
}

/// JSON has as many levels as the event, which are few.
fn visit(value: &Value, number: &mut impl FnMut(&str)) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::String(text) if NUMBERS.contains(&key.as_str()) => number(text),
                    Value::Object(kind) if KINDS.contains(&key.as_str()) => {
                        kind.values().filter_map(Value::as_str).for_each(&mut *number);
                    }
                    value => visit(value, number),
                }
            }
        }
        Value::Array(elements) => elements.iter().for_each(|element| visit(element, number)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn finds_numbers_wherever_they_stand() {
        let event = json!({
            "callingDevice": {"deviceIdentifier": {"deviceIdentifier": {"dialingNumber": "101"}}},
            "others": [{"deviceIdentifier": {"explicitPublic": {"international": "4930"}}}],
            "text": "102",
        });
        let mut numbers = Vec::new();
        visit(&event, &mut |number| numbers.push(number.to_owned()));
        assert_eq!(numbers, ["101", "4930"]);
    }
}
