//! Tables that have from another one what is missing in them.

use toml_edit::{Item, Table, TableLike};

/// Puts into each of `tables`, one table or several in an array, what is missing in it of what `root`
/// has below these keys, such as `numbers` or `lines.form`.
pub(crate) fn into_each(tables: &mut Item, root: &dyn TableLike, keys: &[&str]) {
    let inherit = |own: &mut dyn TableLike| {
        keys.iter().for_each(|key| at(own, root, key));
    };
    if let Some(all) = tables.as_array_of_tables_mut() {
        all.iter_mut().for_each(|own| inherit(own));
    } else if let Some(all) = tables.as_array_mut() {
        all.iter_mut().filter_map(|own| own.as_inline_table_mut()).for_each(|own| inherit(own));
    }
}

/// What `shared` has at a key with dots, or below it.
fn at(own: &mut dyn TableLike, shared: &dyn TableLike, key: &str) {
    let Some((table, rest)) = key.split_once('.') else {
        return below(own, shared, key);
    };
    let Some(shared) = shared.get(table).and_then(Item::as_table_like) else {
        return;
    };
    if !own.contains_key(table) {
        own.insert(table, Item::Table(Table::new()));
    }
    if let Some(own) = own.get_mut(table).and_then(Item::as_table_like_mut) {
        at(own, shared, rest);
    }
}

/// Tables are filled key by key; any other value, arrays too, is that of one or of the other.
fn below(own: &mut dyn TableLike, shared: &dyn TableLike, key: &str) {
    let Some(item) = shared.get(key) else {
        return;
    };
    let Some(present) = own.get_mut(key) else {
        own.insert(key, item.clone());
        return;
    };
    if let (Some(own), Some(shared)) = (present.as_table_like_mut(), item.as_table_like()) {
        shared.iter().for_each(|(key, _)| below(own, shared, key));
    }
}
