//! Tables in Markdown.

use std::fmt;

/// A table: its head, and its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The cells, row by row.
    pub cells: Vec<Vec<String>>,
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    columns: &'a [String],
    cells: &'a [String],
}

/// A column that a table does not have, though a cell in it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoColumn {
    /// What was asked for.
    pub name: String,
    /// What there is.
    pub columns: Vec<String>,
}

/// The tables in a text, in order.
#[must_use]
pub fn tables(text: &str) -> Vec<Table> {
    let cells = |line: &str| -> Vec<String> {
        line.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let mut tables = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let is_rule = |line: &&str| line.starts_with('|') && line.contains("---");
        if !line.starts_with('|') || lines.next_if(is_rule).is_none() {
            continue;
        }
        let columns = cells(line);
        let rows = std::iter::from_fn(|| lines.next_if(|line| line.starts_with('|')));
        tables.push(Table { columns, cells: rows.map(cells).collect() });
    }
    tables
}

impl Table {
    /// The rows.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.cells.iter().map(|cells| Row { columns: &self.columns, cells })
    }
}

impl<'a> Row<'a> {
    /// The cell in the column of this name; empty if the row ends before.
    ///
    /// # Errors
    ///
    /// If the table has no such column.
    pub fn cell(self, column: &str) -> Result<&'a str, NoColumn> {
        let index = self.columns.iter().position(|name| name == column);
        let index = index
            .ok_or_else(|| NoColumn { name: column.to_owned(), columns: self.columns.to_vec() })?;
        Ok(self.cells.get(index).map_or("", String::as_str))
    }

    /// The number with which the cell in the column of this name begins, if one does.
    ///
    /// # Errors
    ///
    /// As [`cell`](Self::cell).
    pub fn number(self, column: &str) -> Result<Option<f64>, NoColumn> {
        let cell = self.cell(column)?;
        Ok(cell.split_whitespace().next().and_then(|number| number.parse().ok()))
    }
}

impl fmt::Display for NoColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no column {:?} beside {:?}", self.name, self.columns)
    }
}

impl std::error::Error for NoColumn {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_the_name_of_their_column() {
        let found = tables("before\n| a | b |\n|---|---|\n| x | 1.5 ms |\n| y | - |\nafter\n");
        let [table] = found.as_slice() else { panic!("{found:?}") };
        let rows: Vec<_> = table.rows().collect();
        assert_eq!((rows[0].cell("a"), rows[0].number("b")), (Ok("x"), Ok(Some(1.5))));
        assert_eq!(rows[1].number("b"), Ok(None));
        let error = rows[1].cell("c").unwrap_err();
        assert_eq!(error.to_string(), r#"there is no column "c" beside ["a", "b"]"#);
    }
}
