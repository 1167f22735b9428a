//! Where things stand in a document: keys to octets and back, octets to lines.

use std::ops::Range;

use toml_edit::{Item, TableLike, Value};

/// Line and column in characters, from 1, of an offset in a text.
pub(crate) fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(line_start..).map_or(0, |line| line.chars().count());
    (before.matches('\n').count() + 1, column + 1)
}

/// Where a key stands, such as `providers[1].address`, or the last of the tables around it that
/// there is. Indexes count from 0.
pub(crate) fn of_key(root: &Item, key: &str) -> Option<Range<usize>> {
    let mut item = root;
    let mut span = None;
    for part in parts(key) {
        let Some(next) = within(item, part) else {
            break;
        };
        span = span_of(next).or(span);
        item = next;
    }
    span
}

/// Whether there is such a key.
pub(crate) fn has_key(root: &Item, key: &str) -> bool {
    parts(key).try_fold(root, within).is_some()
}

fn parts(key: &str) -> impl Iterator<Item = &str> {
    key.split(['.', '[', ']']).filter(|part| !part.is_empty())
}

fn within<'i>(item: &'i Item, part: &str) -> Option<&'i Item> {
    match part.parse::<usize>() {
        Ok(index) => item.get(index),
        Err(_) => item.get(part),
    }
}

fn span_of(item: &Item) -> Option<Range<usize>> {
    match item {
        Item::ArrayOfTables(tables) => tables.get(0).and_then(toml_edit::Table::span),
        item => item.span(),
    }
}

/// The key, such as `providers[1].address`, of the innermost thing that stands at an offset.
pub(crate) fn key_at(root: &Item, at: usize) -> Option<String> {
    let mut key = String::new();
    let table = root.as_table_like()?;
    in_table(table, at, &mut key);
    (!key.is_empty()).then_some(key)
}

fn in_table(table: &dyn TableLike, at: usize, key: &mut String) {
    // A header's table stands before the tables below it, so what begins last is what it is in.
    let mut found: Option<(usize, &str, &Item)> = None;
    for (name, item) in table.iter() {
        let own = table.key(name).and_then(toml_edit::Key::span);
        let Some(begin) = own.into_iter().chain(first(item)).map(|span| span.start).min() else {
            continue;
        };
        if begin <= at && found.is_none_or(|(before, ..)| before <= begin) {
            found = Some((begin, name, item));
        }
    }
    let Some((_, name, item)) = found else {
        return;
    };
    if !key.is_empty() {
        key.push('.');
    }
    key.push_str(name);
    in_item(item, at, key);
}

/// The first place where a thing stands.
fn first(item: &Item) -> Option<Range<usize>> {
    let of_table = |table: &toml_edit::Table| {
        let inner = table.iter().filter_map(|(name, item)| {
            let own = table.key(name).and_then(toml_edit::Key::span);
            own.into_iter().chain(first(item)).min_by_key(|span| span.start)
        });
        table.span().into_iter().chain(inner).min_by_key(|span| span.start)
    };
    match item {
        Item::None => None,
        Item::Value(value) => value.span(),
        Item::Table(table) => of_table(table),
        Item::ArrayOfTables(tables) => tables.iter().find_map(of_table),
    }
}

fn in_item(item: &Item, at: usize, key: &mut String) {
    match item {
        Item::Value(value) => in_value(value, at, key),
        Item::Table(table) => in_table(table, at, key),
        Item::ArrayOfTables(tables) => {
            let begins =
                |table: &toml_edit::Table| table.span().is_some_and(|span| span.start <= at);
            let last = tables.iter().enumerate().filter(|(_, table)| begins(table)).last();
            if let Some((index, table)) = last {
                key.push_str(&format!("[{index}]"));
                in_table(table, at, key);
            }
        }
        Item::None => {}
    }
}

fn in_value(value: &Value, at: usize, key: &mut String) {
    let holds = |value: &Value| value.span().is_some_and(|span| span.contains(&at));
    match value {
        Value::Array(array) => {
            if let Some((index, value)) = array.iter().enumerate().find(|(_, value)| holds(value)) {
                key.push_str(&format!("[{index}]"));
                in_value(value, at, key);
            }
        }
        Value::InlineTable(table) if value.span().is_some_and(|span| span.start < at) => {
            in_table(table, at, key);
        }
        _ => {}
    }
}
