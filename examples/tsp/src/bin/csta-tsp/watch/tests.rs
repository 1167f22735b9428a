//! What is seen and what keys do, without a PBX.

use jiff::{SignedDuration, Timestamp};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tsp::LineId;

use super::keys::{Act, press};
use super::table::{Kind, Row, Table};
use super::view::draw;
use crate::cli::{At, Order};

fn row(number: &str, name: &str, state: &str, kind: Kind, call: Option<&str>) -> Row {
    Row {
        line: LineId::of("office", number),
        site: "office".to_owned(),
        number: number.to_owned(),
        name: name.to_owned(),
        state: state.to_owned(),
        kind,
        other: call.map(|_| "+49301234567".to_owned()).unwrap_or_default(),
        since: call.map(|_| now() - SignedDuration::from_secs(75)),
        call: call.map(|call| call.parse().unwrap()),
        is_first: true,
    }
}

fn now() -> Timestamp {
    "2026-11-27T12:00:00Z".parse().unwrap()
}

fn table() -> Table {
    let mut table = Table::default();
    table.show(vec![
        row("101", "Anna Berger", "connected", Kind::Active, Some("1.1")),
        row("102", "Boris Novak", "offering", Kind::Ringing, Some("2.4")),
        row("103", "Carla Rossi", "onhold", Kind::Held, Some("3.1")),
        row("104", "", "-", Kind::Quiet, None),
    ]);
    table
}

fn screen(table: &mut Table, width: u16, height: u16) -> Vec<String> {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(frame, table, now())).unwrap();
    let buffer = terminal.backend().buffer();
    let cells: Vec<&str> = buffer.content().iter().map(|cell| cell.symbol()).collect();
    cells.chunks(usize::from(width)).map(|row| row.concat().trim_end().to_owned()).collect()
}

fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

/// Presses keys, of which the last may bring an order.
fn type_in(table: &mut Table, keys: &str) -> Act {
    let mut act = Act::Show;
    for c in keys.chars() {
        act = press(table, key(if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) }));
    }
    act
}

#[test]
fn everything_is_seen_at_80_columns_and_24_rows() {
    let shown = screen(&mut table(), 80, 24).join("\n");
    for part in [
        "Number",
        "Since",
        "101",
        "Anna Berger",
        "connected",
        "+49301234567",
        "1:15",
        "answer",
        "hang up",
        "quit",
    ] {
        assert!(shown.contains(part), "{part} is missing:\n{shown}");
    }
}

#[test]
fn no_size_is_too_small_or_too_large() {
    for (width, height) in [(1, 1), (3, 2), (20, 5), (40, 10), (300, 100)] {
        screen(&mut table(), width, height);
    }
}

#[test]
fn keys_are_orders_about_the_call_that_is_selected() {
    let mut table = table();
    let at = |number: &str, call: &str| At {
        line: LineId::of("office", number).to_string(),
        call: Some(call.parse().unwrap()),
        mobile: false,
    };
    assert_eq!(type_in(&mut table, "h"), Act::Order(Order::Hold { at: at("101", "1.1") }));
    table.select(1);
    assert_eq!(type_in(&mut table, "a"), Act::Order(Order::Answer { at: at("102", "2.4") }));
    // A call that rings is redirected.
    let redirect = Order::Redirect { at: at("102", "2.4"), number: "109".to_owned() };
    assert_eq!(type_in(&mut table, "t109\n"), Act::Order(redirect));
    table.select(1);
    assert_eq!(type_in(&mut table, "h"), Act::Order(Order::Retrieve { at: at("103", "3.1") }));
    let transfer = Order::Transfer { at: at("103", "3.1"), number: "109".to_owned() };
    assert_eq!(type_in(&mut table, "t109\n"), Act::Order(transfer));
    assert_eq!(type_in(&mut table, "q"), Act::Quit);
}

#[test]
fn an_entry_can_be_corrected_and_left() {
    let mut table = table();
    type_in(&mut table, "dq1");
    press(&mut table, key(KeyCode::Backspace));
    assert_eq!(table.entry.as_ref().unwrap().text, "q");
    press(&mut table, key(KeyCode::Esc));
    assert_eq!(table.entry, None);
    assert_eq!(type_in(&mut table, "d\n"), Act::Show, "nothing was typed");
    type_in(&mut table, &format!("d{}", "1".repeat(500)));
    assert!(table.entry.as_ref().unwrap().text.len() <= 64);
}

#[test]
fn what_is_selected_stays_selected_when_rows_come_and_go() {
    let mut table = table();
    table.select(2);
    let rows = table.rows.clone();
    table.show(rows[1..].to_vec());
    assert_eq!(table.row().unwrap().number, "103");
    table.show(Vec::new());
    assert_eq!(table.row(), None);
    assert_eq!(type_in(&mut table, "a"), Act::Show);
    assert!(screen(&mut table, 80, 24).join("\n").contains("Nothing to show."));
}

#[test]
fn a_filter_shows_lines_by_number_name_and_other_party() {
    let mut table = table();
    let rows = table.rows.clone();
    type_in(&mut table, "/BORIS\n");
    table.show(rows.clone());
    assert_eq!(table.rows.len(), 1);
    press(&mut table, key(KeyCode::Esc));
    table.show(rows);
    assert_eq!(table.rows.len(), 4);
}
