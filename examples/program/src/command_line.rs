//! The command line, and the environment behind it.

use std::collections::HashSet;
use std::ffi::OsString;

use clap::builder::Resettable;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, Error, Id, Parser};

/// Reads the command line. What is typed wins over the environment: a variable whose option cannot
/// be used with one that is typed is set aside, as are those of a program whose command is typed
/// instead. Where an option is wrong that comes from the environment, the message says so.
///
/// Ends the program where the command line is wrong, or asks for help.
#[must_use]
pub fn arguments<P: Parser>() -> P {
    read(std::env::args_os().collect()).unwrap_or_else(|error| error.exit())
}

fn read<P: Parser>(arguments: Vec<OsString>) -> Result<P, Error> {
    let mut command = P::command();
    let mut variables = Variables::default();
    // Read without the environment first; what is wrong is told the second time.
    let alone = without_environment(command.clone()).ignore_errors(true);
    if let Ok(typed) = alone.try_get_matches_from(&arguments) {
        command = variables.set_aside(command, Some(&typed));
    }
    let read = command.try_get_matches_from_mut(arguments);
    let read = read.map_err(|error| variables.tell(error))?;
    P::from_arg_matches(&read).map_err(|error| error.format(&mut command))
}

fn without_environment(command: Command) -> Command {
    command
        .mut_args(|argument| argument.env(Resettable::Reset))
        .mut_subcommands(without_environment)
}

/// The variables that are set, by the options which they are for.
#[derive(Debug, Default)]
struct Variables {
    taken: Vec<(String, String)>,
    set_aside: Vec<(String, String)>,
}

impl Variables {
    /// Lets a command, which is typed as this tells, take nothing from the environment that does not
    /// go with what is typed.
    fn set_aside(&mut self, command: Command, typed: Option<&ArgMatches>) -> Command {
        let Some(typed) = typed else {
            return without_environment(command);
        };
        let inner = typed.subcommand();
        // Only then may what belongs to a command itself stand before a command in it.
        let is_left = inner.is_some() && command.is_args_conflicts_with_subcommands_set();
        let here = ids(typed);
        let within: HashSet<_> = inner.into_iter().flat_map(|(_, inner)| all_ids(inner)).collect();
        let is_typed = |argument: &Arg| {
            here.contains(argument.get_id())
                || argument.is_global_set() && within.contains(argument.get_id())
        };
        let clashes = |one: &Arg, other: &Arg| {
            command.get_arg_conflicts_with(one).iter().any(|found| found.get_id() == other.get_id())
        };
        let is_set_aside = |argument: &Arg| {
            (is_left && !argument.is_global_set())
                || command
                    .get_arguments()
                    .filter(|other| is_typed(other))
                    .any(|other| clashes(argument, other) || clashes(other, argument))
        };
        let mut aside = HashSet::new();
        for argument in command.get_arguments().filter(|argument| !is_typed(argument)) {
            let variable = argument.get_env().filter(|name| std::env::var_os(name).is_some());
            let (Some(variable), Some(option)) = (variable, argument.get_long()) else { continue };
            let named = (format!("--{option}"), variable.to_string_lossy().into_owned());
            if is_set_aside(argument) {
                aside.insert(argument.get_id().clone());
                self.set_aside.push(named);
            } else {
                self.taken.push(named);
            }
        }
        command
            .mut_args(|argument| {
                let is_aside = aside.contains(argument.get_id());
                if is_aside { argument.env(Resettable::Reset) } else { argument }
            })
            .mut_subcommands(|command| {
                let typed = inner.filter(|(name, _)| *name == command.get_name());
                self.set_aside(command, typed.map(|(_, typed)| typed))
            })
    }

    /// Tells with an error what of it is not typed.
    fn tell(&self, mut error: Error) -> Error {
        let is_something_missing = error.kind() == ErrorKind::MissingRequiredArgument;
        let named: Vec<_> = [ContextKind::InvalidArg, ContextKind::PriorArg]
            .into_iter()
            .flat_map(|kind| texts(error.get(kind)))
            .collect();
        let mut tips = Vec::new();
        for (option, variable) in &self.taken {
            if is_something_missing || named.iter().any(|named| is(named, option)) {
                tips.push(format!("'{option}' comes from the environment, as {variable}").into());
            }
        }
        for (option, variable) in &self.set_aside {
            if is_something_missing {
                let tip = format!(
                    "'{option}', which {variable} is for, cannot be used with what is typed"
                );
                tips.push(tip.into());
            }
        }
        if let Some(ContextValue::StyledStrs(more)) = error.get(ContextKind::Suggested) {
            tips.splice(..0, more.iter().cloned());
        }
        if !tips.is_empty() {
            error.insert(ContextKind::Suggested, ContextValue::StyledStrs(tips));
        }
        error
    }
}

/// What is typed of a command.
fn ids(typed: &ArgMatches) -> HashSet<Id> {
    let is_typed = |id: &&Id| typed.value_source(id.as_str()) == Some(ValueSource::CommandLine);
    typed.ids().filter(is_typed).cloned().collect()
}

/// What is typed of a command, and of those in it.
fn all_ids(typed: &ArgMatches) -> HashSet<Id> {
    let mut all = ids(typed);
    all.extend(typed.subcommand().into_iter().flat_map(|(_, inner)| all_ids(inner)));
    all
}

/// Whether this, as an error has it, is an option: its value is named behind it.
fn is(named: &str, option: &str) -> bool {
    named.split(' ').next() == Some(option)
}

/// What an error names.
fn texts(value: Option<&ContextValue>) -> Vec<String> {
    match value {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
