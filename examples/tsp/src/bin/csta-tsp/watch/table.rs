//! What the table shows, and what is selected in it.

use jiff::Timestamp;
use tsp::{Call, CallId, Line, LineId, LineInfo, LineState};

/// A row: a line without calls, or a call at a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) line: LineId,
    /// The name of the provider.
    pub(super) site: String,
    pub(super) number: String,
    pub(super) name: String,
    /// The state of the call, or that of the line.
    pub(super) state: String,
    pub(super) kind: Kind,
    /// With whom the line has to do, or why it is refused.
    pub(super) other: String,
    /// Since when the call is in its state.
    pub(super) since: Option<Timestamp>,
    pub(super) call: Option<CallId>,
    /// Whether it is the first of its line.
    pub(super) is_first: bool,
}

/// What a row is, as far as its looks are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing happens.
    Quiet,
    /// Nothing is known of it.
    Blind,
    /// A call rings.
    Ringing,
    /// People talk, or are about to.
    Active,
    /// A call waits.
    Held,
    /// A call is over, or cannot be made.
    Over,
}

/// What the person at the keyboard types at the moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) purpose: Purpose,
    pub(super) text: String,
}

/// What it is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Dial,
    Transfer,
    Consult,
    Digits,
    Filter,
}

/// The most characters that can be typed.
pub(super) const MAX_ENTRY: usize = 64;

/// What is shown.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    pub(super) selected: usize,
    pub(super) filter: String,
    pub(super) only_calls: bool,
    pub(super) entry: Option<Entry>,
    /// What was said last, and whether it is bad news.
    pub(super) message: Option<(String, bool)>,
    /// How the providers are.
    pub(super) link: String,
    pub(super) lines: usize,
    pub(super) calls: usize,
    /// Whether there may be several providers, so that each line is shown with its own.
    pub(super) has_sites: bool,
    /// Where the first row is that is seen; the view keeps it.
    pub(super) offset: usize,
}

impl Table {
    /// Takes in how the lines are, by their numbers. What was selected stays selected.
    pub(super) fn take_in(&mut self, lines: &[Line]) {
        let infos = lines.iter().filter_map(|line| Some((line.info().ok()?, line.calls())));
        // They come in the order in which they became known.
        let mut infos: Vec<_> = infos.collect();
        infos.sort_by(|(one, _), (other, _)| place(one).cmp(&place(other)));
        let mut rows = Vec::new();
        (self.lines, self.calls) = (0, 0);
        for (info, calls) in infos {
            self.lines += 1;
            self.calls += calls.len();
            let row = |call: Option<&Call>, is_first| Row::of(&info, call, is_first);
            if calls.is_empty() {
                rows.push(row(None, true));
            }
            rows.extend(calls.iter().enumerate().map(|(index, call)| row(Some(call), index == 0)));
        }
        self.show(rows);
    }

    /// Shows those of the rows that are wanted.
    pub(super) fn show(&mut self, rows: Vec<Row>) {
        let before = self.rows.get(self.selected).map(|row| (row.line, row.call));
        let filter = self.filter.to_lowercase();
        let is_wanted = |row: &Row| {
            (!self.only_calls || row.call.is_some())
                && (filter.is_empty()
                    || [&row.site, &row.number, &row.name, &row.other]
                        .iter()
                        .any(|text| text.to_lowercase().contains(&filter)))
        };
        self.rows = rows.into_iter().filter(is_wanted).collect();
        let same = |row: &Row| Some((row.line, row.call)) == before;
        let line = |row: &Row| before.is_some_and(|(line, _)| row.line == line);
        let found = self.rows.iter().position(same).or_else(|| self.rows.iter().position(line));
        self.selected = found.unwrap_or(self.selected).min(self.rows.len().saturating_sub(1));
    }

    /// The row that is selected.
    pub(super) fn row(&self) -> Option<&Row> {
        self.rows.get(self.selected)
    }

    /// Selects a row further down, or up.
    pub(super) fn select(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}

/// Where a line stands: with those of its provider, by its number.
fn place(line: &LineInfo) -> (&str, usize, &str) {
    (&line.provider_name, line.number.len(), &line.number)
}

impl Row {
    pub(super) fn of(line: &LineInfo, call: Option<&Call>, is_first: bool) -> Self {
        let state = &line.state;
        let kind = match call {
            Some(call) => Kind::of(call),
            None if state.is_monitored() => Kind::Quiet,
            None => Kind::Blind,
        };
        let words = match call {
            Some(call) if call.prompts => format!("{}, lift handset", call.state),
            Some(call) => call.state.to_string(),
            None if state.is_monitored() => "-".to_owned(),
            None if matches!(state, LineState::Refused(_)) => "refused".to_owned(),
            None => state.to_string(),
        };
        let other = match (call, state) {
            (Some(call), _) => {
                let party = call.other_party();
                let name = party.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
                format!("{party}{name}")
            }
            // The column of the state has no room for it.
            (None, LineState::Refused(why)) => why.to_string(),
            (None, _) => String::new(),
        };
        Self {
            line: line.id,
            site: line.provider_name.to_string(),
            number: line.display.to_string(),
            name: line.name.clone(),
            state: words,
            kind,
            other,
            since: call.map(|call| call.since),
            call: call.map(|call| call.id),
            is_first,
        }
    }
}

impl Kind {
    fn of(call: &Call) -> Self {
        use tsp::CallState as S;
        match call.state {
            S::Busy | S::Disconnected | S::Idle | S::SpecialInfo => Self::Over,
            state if state.is_ringing() => Self::Ringing,
            state if state.is_on_hold() => Self::Held,
            _ => Self::Active,
        }
    }
}
