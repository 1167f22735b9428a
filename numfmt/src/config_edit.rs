//! Writing changed settings into a document, so that its comments stay with what they speak of.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use crate::{Config, List, Rule, Search};

/// Writes what differs between two settings into the document of the first.
pub(crate) fn apply(document: &mut DocumentMut, old: &Config, new: &Config) {
    let plain = |config: &Config| toml_edit::ser::to_document(config).unwrap_or_default();
    let (wanted, default) = (plain(new), plain(&Config::default()));
    for key in ["extensions", "dialing", "location"] {
        let (Some(wanted), Some(default)) = (wanted.get(key), default.get(key)) else {
            continue;
        };
        let (Some(wanted), Some(default)) = (wanted.as_table_like(), default.as_table_like())
        else {
            continue;
        };
        let mut missing = Item::Table(Table::new());
        let present = document.contains_key(key);
        let Some(table) = document.get_mut(key).unwrap_or(&mut missing).as_table_like_mut() else {
            continue;
        };
        write_table(table, wanted, default);
        if !present && !table.is_empty() {
            document.insert(key, missing);
        }
    }
    for list in List::ALL {
        if old.rules(list) != new.rules(list) {
            write_rules(document, list, old.rules(list), new.rules(list));
        }
    }
}

/// Sets what differs; writes a default only over something else.
fn write_table(table: &mut dyn TableLike, wanted: &dyn TableLike, default: &dyn TableLike) {
    let gone: Vec<String> = table
        .iter()
        .map(|(key, _)| key.to_owned())
        .filter(|key| !wanted.contains_key(key))
        .collect();
    for key in gone {
        table.remove(&key);
    }
    for (key, item) in wanted.iter() {
        let Some(value) = item.as_value() else {
            continue;
        };
        match table.get_mut(key).and_then(Item::as_value_mut) {
            Some(present) => write_value(present, value),
            None if default
                .get(key)
                .and_then(Item::as_value)
                .is_some_and(|default| same(default, value)) => {}
            None => {
                table.insert(key, Item::Value(bare(value)));
            }
        }
    }
}

/// Sets a value that differs, in its place between the comments.
fn write_value(present: &mut Value, wanted: &Value) {
    if !same(present, wanted) {
        let decor = present.decor().clone();
        *present = bare(wanted);
        *present.decor_mut() = decor;
    }
}

fn bare(value: &Value) -> Value {
    let mut value = value.clone();
    value.decor_mut().clear();
    value
}

fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::String(one), Value::String(other)) => one.value() == other.value(),
        (Value::Integer(one), Value::Integer(other)) => one.value() == other.value(),
        (Value::Boolean(one), Value::Boolean(other)) => one.value() == other.value(),
        _ => false,
    }
}

fn write_rules(document: &mut DocumentMut, list: List, old: &[Rule], new: &[Rule]) {
    let origins = origins(old, new);
    match document.get_mut(list.key()) {
        Some(Item::Value(Value::Array(array))) => write_array(array, &origins, new),
        Some(Item::ArrayOfTables(tables)) => {
            let leftover = write_tables(tables, &origins, new);
            if new.is_empty() {
                document.remove(list.key());
            }
            if !leftover.is_empty() {
                let trailing =
                    format!("{}{leftover}", document.trailing().as_str().unwrap_or_default());
                document.set_trailing(trailing);
            }
        }
        _ => {
            let tables = new.iter().map(|rule| write_rule(Table::new(), rule)).collect();
            document.insert(list.key(), Item::ArrayOfTables(tables));
        }
    }
}

/// For each new rule the old one whose comments it keeps: the same rule; else one that searches for the same; else
/// the one in the same place.
fn origins(old: &[Rule], new: &[Rule]) -> Vec<Option<usize>> {
    let mut origins = vec![None; new.len()];
    let mut free: Vec<Option<&Rule>> = old.iter().map(Some).collect();
    let mut claim = |accepts: &dyn Fn(usize, &Rule, usize, &Rule) -> bool| {
        for ((place, rule), origin) in new.iter().enumerate().zip(&mut origins) {
            if origin.is_none() {
                let found = |slot: &Option<&Rule>, index| {
                    slot.is_some_and(|old| accepts(place, rule, index, old))
                };
                *origin = free.iter().enumerate().position(|(index, slot)| found(slot, index));
                if let Some(slot) = origin.and_then(|index| free.get_mut(index)) {
                    *slot = None;
                }
            }
        }
    };
    claim(&|_, new, _, old| new == old);
    claim(&|_, new, _, old| new.search == old.search);
    claim(&|place, _, index, _| place == index);
    origins
}

/// Writes rules as tables; gives back the comments that no rule is left to follow.
fn write_tables(tables: &mut ArrayOfTables, origins: &[Option<usize>], new: &[Rule]) -> String {
    let mut positions: Vec<Option<isize>> = tables.iter().map(Table::position).collect();
    positions.sort();
    let mut old: Vec<(String, Table)> = std::mem::take(tables).into_iter().map(detach).collect();
    // what heads the list, and what headed rules that are gone, stays in its place
    let mut heads: Vec<String> = vec![String::new(); new.len() + 1];
    for (index, (head, _)) in old.iter_mut().enumerate() {
        let place = origins.iter().position(|origin| *origin == Some(index));
        let place = if index == 0 { 0 } else { place.unwrap_or_else(|| index.min(new.len())) };
        if let Some(slot) = heads.get_mut(place) {
            slot.push_str(&std::mem::take(head));
        }
    }
    for (place, (rule, origin)) in new.iter().zip(origins).enumerate() {
        let table = origin.and_then(|index| old.get(index)).map(|(_, table)| table.clone());
        let mut table = write_rule(table.unwrap_or_default(), rule);
        table.set_position(positions.get(place).copied().flatten());
        if let Some(head) = heads.get(place).filter(|head| !head.is_empty()) {
            let prefix = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or("\n");
            let prefix = format!("{head}{prefix}");
            table.decor_mut().set_prefix(prefix);
        }
        tables.push(table);
    }
    heads.pop().unwrap_or_default()
}

/// Parts a table from the comments before it that end with an empty line.
fn detach(mut table: Table) -> (String, Table) {
    let prefix = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default();
    let (head, own) = match prefix.rfind("\n\n").map(|end| prefix.split_at(end + 1)) {
        Some((head, own)) if head.contains('#') => (head.to_owned(), own.to_owned()),
        _ => return (String::new(), table),
    };
    table.decor_mut().set_prefix(own);
    (head, table)
}

fn write_array(array: &mut Array, origins: &[Option<usize>], new: &[Rule]) {
    let old: Vec<Value> = array.iter().cloned().collect();
    array.clear();
    for (rule, origin) in new.iter().zip(origins) {
        match origin.and_then(|index| old.get(index)).and_then(Value::as_inline_table) {
            Some(table) => {
                let mut table = table.clone();
                set_rule(&mut table, rule);
                array.push_formatted(Value::InlineTable(table));
            }
            None => {
                let mut table = InlineTable::new();
                set_rule(&mut table, rule);
                // as the rule before it is set off
                let prefix = old.last().and_then(|value| value.decor().prefix()?.as_str());
                let prefix =
                    prefix.filter(|prefix| !prefix.contains('#')).unwrap_or("\n    ").to_owned();
                table.decor_mut().set_prefix(prefix);
                array.push_formatted(Value::InlineTable(table));
            }
        }
    }
}

fn write_rule(mut table: Table, rule: &Rule) -> Table {
    set_rule(&mut table, rule);
    table
}

fn set_rule(table: &mut dyn TableLike, rule: &Rule) {
    let (key, other, search) = match &rule.search {
        Search::Text(text) => ("text", "regex", text),
        Search::Regex(expression) => ("regex", "text", expression),
    };
    // another kind of search takes the place of the old one, between its comments
    let key_decor = table.key(other).map(|key| key.leaf_decor().clone());
    let value_decor = table.remove(other).and_then(|item| Some(item.as_value()?.decor().clone()));
    for (key, text) in [(key, search), ("replace", &rule.replace)] {
        let wanted = Value::from(text.as_str());
        match table.get_mut(key).and_then(Item::as_value_mut) {
            Some(present) => write_value(present, &wanted),
            None => {
                table.insert(key, Item::Value(wanted));
            }
        }
    }
    if let (Some(mut present), Some(decor)) = (table.key_mut(key), key_decor) {
        *present.leaf_decor_mut() = decor;
    }
    if let (Some(present), Some(decor)) =
        (table.get_mut(key).and_then(Item::as_value_mut), value_decor)
    {
        *present.decor_mut() = decor;
    }
}
