//! How the table looks.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Cell, Paragraph, Row as TableRow, Table as Widget, TableState};

use super::keys::HELP;
use super::table::{Kind, Purpose, Row, Table};

/// Draws everything. It looks best from 80 columns on, and does not mind fewer.
pub(super) fn draw(frame: &mut Frame<'_>, table: &mut Table, now: Timestamp) {
    let area = frame.area();
    let help = keys(usize::from(area.width));
    let [head, body, last, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(3),
        Constraint::Length(1),
        Constraint::Length(u16::try_from(help.len()).unwrap_or(1)),
    ])
    .areas(area);
    frame.render_widget(heading(table, head), head);
    rows(frame, table, body, now);
    frame.render_widget(message(table), last);
    frame.render_widget(Paragraph::new(help), foot);
}

fn heading(table: &Table, area: Rect) -> Paragraph<'static> {
    let bar = Style::new().fg(Color::White).bg(Color::Blue);
    let count = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    };
    let left =
        format!(" csta-tsp   {}, {}", count(table.lines, "line"), count(table.calls, "call"));
    let filter = match (table.filter.is_empty(), table.only_calls) {
        (true, false) => String::new(),
        (true, true) => "   with calls only".to_owned(),
        (false, _) => format!("   with {:?}", table.filter),
    };
    let left = format!("{left}{filter}");
    let room = usize::from(area.width).saturating_sub(left.chars().count() + 1);
    let right: String = table.link.chars().take(room).collect();
    let line = Line::from(vec![
        Span::styled(left, bar.add_modifier(Modifier::BOLD)),
        Span::styled(format!("{right:>room$} "), bar),
    ]);
    Paragraph::new(line).style(bar)
}

fn rows(frame: &mut Frame<'_>, table: &mut Table, area: Rect, now: Timestamp) {
    let header = ["Number", "Name", "State", "Other party", "   Since"];
    let site = table.has_sites.then_some("Site");
    let header = TableRow::new(site.into_iter().chain(header).map(Cell::from))
        .style(Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED));
    let widths = [
        Constraint::Length(10),
        Constraint::Fill(2),
        Constraint::Length(19),
        Constraint::Fill(3),
        Constraint::Length(8),
    ];
    let widths = table.has_sites.then_some(Constraint::Length(10)).into_iter().chain(widths);
    let shown = table.rows.iter().map(|row| shown(row, table.has_sites, now));
    let widget = Widget::new(shown, widths)
        .header(header)
        .row_highlight_style(Style::new().add_modifier(Modifier::REVERSED));
    let selected = (!table.rows.is_empty()).then_some(table.selected);
    let mut state = TableState::new().with_offset(table.offset).with_selected(selected);
    frame.render_stateful_widget(widget, area, &mut state);
    table.offset = state.offset();
    if table.rows.is_empty() {
        let [_, below] = Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        frame.render_widget(Paragraph::new("Nothing to show."), below);
    }
}

fn shown(row: &Row, has_sites: bool, now: Timestamp) -> TableRow<'static> {
    // What is the same as above is not said again.
    let of_line = |text: &String| if row.is_first { text.clone() } else { String::new() };
    let (site, number, name) = (of_line(&row.site), of_line(&row.number), of_line(&row.name));
    let since = row.since.map(|since| duration(since, now)).unwrap_or_default();
    let state = Cell::from(row.state.clone()).style(style(row.kind));
    let site = has_sites.then(|| Cell::from(site));
    TableRow::new(site.into_iter().chain([
        Cell::from(number),
        Cell::from(name),
        state,
        Cell::from(row.other.clone()),
        Cell::from(format!("{since:>8}")),
    ]))
}

const fn style(kind: Kind) -> Style {
    match kind {
        Kind::Quiet => Style::new().fg(Color::Gray),
        Kind::Blind => Style::new().fg(Color::Red),
        Kind::Ringing => Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD),
        Kind::Active => Style::new().fg(Color::Green),
        Kind::Held => Style::new().fg(Color::Cyan),
        Kind::Over => Style::new().fg(Color::Magenta),
    }
}

/// How long ago something was: `12 s`, `3:05`, `1:02:03`.
fn duration(since: Timestamp, now: Timestamp) -> String {
    let seconds = now.duration_since(since).as_secs().max(0);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes) {
        (0, 0) => format!("{seconds} s"),
        (0, _) => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

fn message(table: &Table) -> Paragraph<'static> {
    if let Some(entry) = &table.entry {
        let what = match entry.purpose {
            Purpose::Dial => "Dial",
            Purpose::Transfer => "Transfer to",
            Purpose::Consult => "Call, with the present call on hold",
            Purpose::Digits => "Send tones",
            Purpose::Filter => "Show lines with",
        };
        let line = Line::from(vec![
            Span::styled(format!(" {what}: "), Style::new().add_modifier(Modifier::BOLD)),
            Span::raw(entry.text.clone()),
            Span::styled(" ", Style::new().add_modifier(Modifier::REVERSED)),
            Span::styled("  Enter, or Esc to leave it", Style::new().fg(Color::Gray)),
        ]);
        return Paragraph::new(line);
    }
    match &table.message {
        Some((text, true)) => Paragraph::new(format!(" {text}")).style(Style::new().fg(Color::Red)),
        Some((text, false)) => Paragraph::new(format!(" {text}")),
        None => Paragraph::new(""),
    }
}

/// What the keys do, in as many lines as it takes.
fn keys(width: usize) -> Vec<Line<'static>> {
    let mut lines = vec![Line::default()];
    for (key, what) in HELP {
        let words = format!(" {what} ");
        let full =
            lines.last().is_some_and(|line| line.width() + key.len() + words.len() + 1 > width);
        if full {
            lines.push(Line::default());
        }
        if let Some(line) = lines.last_mut() {
            let bold = Style::new().add_modifier(Modifier::BOLD);
            line.push_span(Span::styled(format!(" {key}"), bold));
            line.push_span(Span::styled(words, Style::new().fg(Color::Gray)));
        }
    }
    lines
}
