//! The requests as data: what each is called, what it takes, and how one is read.
//!
//! The declaration of the command line is all there is: the shell completes by it, the HTTP API
//! reads its requests by it and describes itself by it.

use clap::{Arg, ArgAction, CommandFactory as _, Parser as _};

use crate::cli::{Request, Requests};

/// A kind of request.
#[derive(Debug)]
pub(crate) struct Kind {
    /// Its words, such as `conference` and `add`.
    pub(crate) words: Vec<String>,
    /// What it does.
    pub(crate) about: String,
    /// What it takes besides the line.
    pub(crate) parameters: Vec<Parameter>,
}

/// What a request takes.
#[derive(Debug)]
pub(crate) struct Parameter {
    /// Its name.
    pub(crate) name: String,
    /// What it is.
    pub(crate) about: String,
    /// Whether it has to be there.
    pub(crate) is_required: bool,
    /// What it takes.
    pub(crate) form: Form,
}

/// What a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A text that stands in its place.
    Positional,
    /// A text behind its name.
    Named,
    /// Nothing: it is there or not.
    Flag,
}

/// All kinds of requests.
pub(crate) fn kinds() -> Vec<Kind> {
    let mut kinds = Vec::new();
    collect(&Requests::command(), &[], &mut kinds);
    kinds
}

fn collect(command: &clap::Command, words: &[String], kinds: &mut Vec<Kind>) {
    for inner in command.get_subcommands() {
        let words = [words, &[inner.get_name().to_owned()]].concat();
        if inner.has_subcommands() {
            collect(inner, &words, kinds);
            continue;
        }
        let own = inner.get_arguments().filter(|argument| argument.get_id() != "line");
        let parameters = own.map(parameter).collect();
        let about = inner.get_about().map(ToString::to_string).unwrap_or_default();
        kinds.push(Kind { words, about, parameters });
    }
}

fn parameter(argument: &Arg) -> Parameter {
    let form = if argument.is_positional() {
        Form::Positional
    } else if matches!(argument.get_action(), ArgAction::SetTrue) {
        Form::Flag
    } else {
        Form::Named
    };
    Parameter {
        name: argument.get_id().to_string(),
        about: argument.get_help().map(ToString::to_string).unwrap_or_default(),
        is_required: argument.is_required_set(),
        form,
    }
}

/// Reads a request from words, as a person types them.
///
/// # Errors
///
/// What is wrong, in one paragraph.
pub(crate) fn read(words: &[String]) -> Result<Request, String> {
    Requests::try_parse_from(words).map(|read| read.request).map_err(|error| said(&error))
}

/// Reads a request from its kind, the line and named values.
///
/// # Errors
///
/// What is wrong, with the name of the parameter.
pub(crate) fn read_named(
    kind: &Kind,
    line: &str,
    values: &serde_json::Map<String, serde_json::Value>,
) -> Result<Request, String> {
    use serde_json::Value;
    let names = || kind.parameters.iter().map(|parameter| parameter.name.as_str());
    if let Some(unknown) = values.keys().find(|key| !names().any(|name| name == *key)) {
        let meant = match config_file::nearest(unknown, names()) {
            Some(near) => format!(", did you mean {near}?"),
            None => format!("; there are {}", names().collect::<Vec<_>>().join(", ")),
        };
        return Err(format!("{unknown}: there is no such parameter{meant}"));
    }
    let (mut words, mut positional) = (kind.words.clone(), vec![line.to_owned()]);
    for parameter in &kind.parameters {
        let Parameter { name, is_required, form, .. } = parameter;
        let text = match values.get(name) {
            None | Some(Value::Null) if *is_required => return Err(format!("{name} is missing")),
            None | Some(Value::Null) => continue,
            Some(Value::String(text)) if *form != Form::Flag => text.clone(),
            Some(Value::Number(number)) if *form == Form::Named => number.to_string(),
            Some(Value::Bool(true)) if *form == Form::Flag => String::new(),
            Some(Value::Bool(false)) if *form == Form::Flag => continue,
            Some(_) if *form == Form::Flag => return Err(format!("{name} is true or false")),
            Some(_) => return Err(format!("{name} is a string")),
        };
        match form {
            Form::Positional => positional.push(text),
            Form::Named => words.push(format!("--{name}={text}")),
            Form::Flag => words.push(format!("--{name}")),
        }
    }
    // Behind two hyphens nothing is taken for a name.
    words.push("--".to_owned());
    words.append(&mut positional);
    read(&words)
}

/// What clap says, without the usage and the hint at a help that is not there.
pub(crate) fn said(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let is_said =
        |paragraph: &&str| !["Usage:", "For more"].iter().any(|own| paragraph.starts_with(own));
    let said: Vec<&str> = text.split("\n\n").take_while(is_said).collect();
    let said = said.join("; ").replace("tip: ", "");
    said.trim_start_matches("error: ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::*;
    use crate::cli::{At, ConferenceOrder, Order};

    fn named(words: &str, values: Value) -> Result<Request, String> {
        let kinds = kinds();
        let kind = kinds.iter().find(|kind| kind.words.join(" ") == words).unwrap();
        let Value::Object(values) = values else { panic!("{values}") };
        read_named(kind, "101", &values)
    }

    fn at() -> At {
        At { line: "101".to_owned(), ..At::default() }
    }

    #[test]
    fn each_kind_is_read_by_words_and_by_names_alike() {
        for kind in kinds() {
            let mut values = Map::new();
            let (mut words, mut positional) = (kind.words.clone(), vec!["101".to_owned()]);
            for parameter in &kind.parameters {
                let value = match parameter.name.as_str() {
                    "call" => "17.3",
                    "mode" => "busyexternal",
                    "rings" | "value" => "3",
                    "data" => "0500",
                    _ => "102",
                };
                match parameter.form {
                    Form::Positional => positional.push(value.to_owned()),
                    Form::Named => {
                        words.extend([format!("--{}", parameter.name), value.to_owned()]);
                    }
                    Form::Flag => words.push(format!("--{}", parameter.name)),
                }
                let is_flag = parameter.form == Form::Flag;
                values.insert(
                    parameter.name.clone(),
                    if is_flag { json!(true) } else { json!(value) },
                );
            }
            words.append(&mut positional);
            let by_words = read(&words).unwrap();
            assert_eq!(read_named(&kind, "101", &values).unwrap(), by_words, "{:?}", kind.words);
            if let Request::Order(order) = by_words {
                assert_eq!(order.at().call, Some("17.3".parse().unwrap()));
            }
            assert!(!kind.about.is_empty(), "{:?}", kind.words);
        }
    }

    #[test]
    fn values_are_never_taken_for_names() {
        let dial = named("dial", json!({ "number": "--mobile" })).unwrap();
        let order = Order::Dial { at: at(), number: "--mobile".to_owned() };
        assert_eq!(dial, Request::Order(order));
        let removed = named("conference remove", json!({ "number": "-1" })).unwrap();
        let order = ConferenceOrder::Remove { at: at(), number: "-1".to_owned() };
        assert_eq!(removed, Request::Order(Order::Conference(order)));
    }

    #[test]
    fn what_is_wrong_is_told_with_the_parameter() {
        for (words, values, expected) in [
            ("dial", json!({}), "number is missing"),
            ("dial", json!({ "number": 102 }), "number is a string"),
            (
                "dial",
                json!({ "nummer": "1" }),
                "nummer: there is no such parameter, did you mean number?",
            ),
            ("complete", json!({ "conference": "yes" }), "conference is true or false"),
            ("answer", json!({ "call": "x" }), "invalid value 'x' for '--call <CALL>'"),
            ("app-specific", json!({ "value": 7 }), "call is missing"),
            ("app-specific", json!({ "call": "1.1", "value": -7 }), "invalid value '-7'"),
            ("escape", json!({ "data": "0" }), "invalid value '0' for '<DATA>': two hexadecimal"),
            ("escape", json!({ "data": "3005" }), "invalid value '3005' for '<DATA>': not one"),
            (
                "forward",
                json!({ "mode": "bussy" }),
                "invalid value 'bussy' for '<MODE>': did you mean busy?",
            ),
        ] {
            let error = named(words, values).unwrap_err();
            assert!(error.starts_with(expected), "{error}");
        }
        let error = read(&["dail".to_owned(), "101".to_owned()]).unwrap_err();
        assert!(error.contains("'dail'") && error.contains("'dial'"), "{error}");
    }
}
