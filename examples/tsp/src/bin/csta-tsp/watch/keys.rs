//! What the keys do.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::table::{Entry, Kind, MAX_ENTRY, Purpose, Row, Table};
use crate::cli::{At, Order};

/// How many rows a page is.
const PAGE: isize = 10;

/// What comes of a key.
#[derive(Debug, PartialEq)]
pub(super) enum Act {
    /// Nothing but another look.
    Show,
    /// An order is to be carried out.
    Order(Order),
    /// It is over.
    Quit,
}

/// The keys with what they do, for the last line of the screen.
pub(super) const HELP: [(&str, &str); 13] = [
    ("a", "answer"),
    ("h", "hold/retrieve"),
    ("s", "swap"),
    ("t", "transfer"),
    ("k", "consult"),
    ("c", "complete"),
    ("C", "conference"),
    ("d", "dial"),
    ("x", "hang up"),
    ("#", "tones"),
    ("/", "filter"),
    ("v", "calls only"),
    ("q", "quit"),
];

/// Takes in a key.
pub(super) fn press(table: &mut Table, key: KeyEvent) -> Act {
    if key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char('c') {
        return Act::Quit;
    }
    table.message = None;
    match table.entry.take() {
        Some(entry) => write(table, entry, key.code),
        None => command(table, key.code),
    }
}

/// A key while something is typed.
fn write(table: &mut Table, mut entry: Entry, key: KeyCode) -> Act {
    match key {
        KeyCode::Esc => {
            if entry.purpose == Purpose::Filter {
                table.filter.clear();
            }
            return Act::Show;
        }
        KeyCode::Enter => {
            return match entry.purpose {
                Purpose::Filter => Act::Show,
                _ if entry.text.trim().is_empty() => Act::Show,
                _ => order_with(table, &entry),
            };
        }
        KeyCode::Backspace => {
            entry.text.pop();
        }
        KeyCode::Char(c) if !c.is_control() && entry.text.chars().count() < MAX_ENTRY => {
            entry.text.push(c);
        }
        _ => {}
    }
    if entry.purpose == Purpose::Filter {
        table.filter.clone_from(&entry.text);
    }
    table.entry = Some(entry);
    Act::Show
}

/// A key that stands for something by itself.
fn command(table: &mut Table, key: KeyCode) -> Act {
    let begin = |table: &mut Table, purpose| {
        let text = if purpose == Purpose::Filter { table.filter.clone() } else { String::new() };
        table.entry = Some(Entry { purpose, text });
        Act::Show
    };
    match key {
        KeyCode::Char('q') => return Act::Quit,
        KeyCode::Esc => table.filter.clear(),
        KeyCode::Up => table.select(-1),
        KeyCode::Down => table.select(1),
        KeyCode::PageUp => table.select(-PAGE),
        KeyCode::PageDown => table.select(PAGE),
        KeyCode::Home => table.select(isize::MIN),
        KeyCode::End => table.select(isize::MAX),
        KeyCode::Char('/') => return begin(table, Purpose::Filter),
        KeyCode::Char('v') => table.only_calls = !table.only_calls,
        KeyCode::Char(key) => {
            let Some(row) = table.row() else {
                return Act::Show;
            };
            let purpose = match key {
                'd' => Some(Purpose::Dial),
                't' => Some(Purpose::Transfer),
                'k' => Some(Purpose::Consult),
                '#' => Some(Purpose::Digits),
                _ => None,
            };
            return match (purpose, order(row, key)) {
                (Some(purpose), _) => begin(table, purpose),
                (None, Some(order)) => Act::Order(order),
                (None, None) => Act::Show,
            };
        }
        _ => {}
    }
    Act::Show
}

/// The line of a row by its id, which is never ambiguous, and its call.
fn at(row: &Row) -> At {
    At { line: row.line.to_string(), call: row.call, mobile: false }
}

/// What a key stands for at a row.
fn order(row: &Row, key: char) -> Option<Order> {
    let at = at(row);
    // Which of two calls is the held one, the line knows better than who looks.
    let whole_line = At { call: None, ..at.clone() };
    Some(match key {
        'a' => Order::Answer { at },
        'h' if row.kind == Kind::Held => Order::Retrieve { at },
        'h' => Order::Hold { at },
        's' => Order::Swap { at: whole_line },
        'c' => Order::Complete { at: whole_line, conference: false },
        'C' => Order::Complete { at: whole_line, conference: true },
        'x' => Order::Hangup { at },
        _ => return None,
    })
}

/// What was typed for.
fn order_with(table: &Table, entry: &Entry) -> Act {
    let Some(row) = table.row() else {
        return Act::Show;
    };
    let (at, number) = (at(row), entry.text.trim().to_owned());
    Act::Order(match entry.purpose {
        Purpose::Dial => Order::Dial { at: At { call: None, ..at }, number },
        Purpose::Transfer if row.kind == Kind::Ringing => Order::Redirect { at, number },
        Purpose::Transfer => Order::Transfer { at, number },
        Purpose::Consult => Order::Consult { at, number },
        Purpose::Digits => Order::Dtmf { at, digits: number },
        Purpose::Filter => return Act::Show,
    })
}
