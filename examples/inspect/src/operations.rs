//! The command `operations`: the tables of operations and events.

use std::io::{self, Write};

use csta_codec::{Direction, EVENTS, EventInfo, OPERATIONS, OperationInfo};

/// Lists what has `filter` in its name, group or type, or as its code; whether there is any.
pub(crate) fn run(filter: Option<&str>, out: &mut dyn Write) -> io::Result<bool> {
    let filter = filter.map(str::to_lowercase);
    let matches = |code: Option<i32>, words: &[&str]| {
        filter.as_deref().is_none_or(|filter| match filter.parse() {
            Ok(number) => code == Some(number),
            Err(_) => words.iter().any(|word| word.to_lowercase().contains(filter)),
        })
    };
    let operations: Vec<_> = OPERATIONS
        .iter()
        .filter(|o| matches(Some(o.code), &[o.name, o.group, o.argument.name(), result(o)]))
        .collect();
    let events: Vec<_> =
        EVENTS.iter().filter(|e| matches(None, &[e.name, e.group, e.value.name()])).collect();
    if !operations.is_empty() {
        writeln!(out, "code  {:32}  {:8}  {:18}  argument => result", "operation", "to", "group")?;
    }
    for operation in &operations {
        write_operation(out, operation)?;
    }
    if !operations.is_empty() && !events.is_empty() {
        writeln!(out)?;
    }
    if !events.is_empty() {
        writeln!(out, "tags   {:28}  {:28}  {:10}  type", "event", "group", "filter bit")?;
    }
    for event in &events {
        write_event(out, event)?;
    }
    if operations.is_empty() && events.is_empty() {
        let filter = filter.unwrap_or_default();
        writeln!(
            out,
            "no operation or event has {filter:?} in its name, group or type, or as its code"
        )?;
        return Ok(false);
    }
    Ok(true)
}

fn write_operation(out: &mut dyn Write, operation: &OperationInfo) -> io::Result<()> {
    let to = match operation.direction {
        Direction::ToSwitch => "switch",
        Direction::FromSwitch => "computer",
        Direction::Either => "either",
    };
    let OperationInfo { code, name, group, argument, .. } = operation;
    let argument = argument.name();
    write!(out, "{code:>4}  {name:32}  {to:8}  {group:18}  {argument} => {}", result(operation))?;
    writeln!(out)
}

fn result(operation: &OperationInfo) -> &'static str {
    operation.result.map_or("not confirmed", |result| result.name())
}

fn write_event(out: &mut dyn Write, event: &EventInfo) -> io::Result<()> {
    let EventInfo { group, group_tag, name, tag, value, filter_bit, .. } = event;
    let tags = format!("{group_tag}.{tag}");
    writeln!(out, "{tags:5}  {name:28}  {group:28}  {filter_bit:>10}  {}", value.name())
}
