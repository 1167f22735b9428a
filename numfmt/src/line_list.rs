//! Lists of lines as text, one line each: the number first, a name after a comma.

use std::collections::HashMap;
use std::fmt;
use std::fmt::Write as _;

use crate::EncodingError;
use crate::encoding::TextEncoding;
use crate::error::one_a_line;
use crate::limits::{MAX_DIGITS, MAX_FAULTS, MAX_LINES, MAX_NAME_CHARS};

/// Characters of a line's number: digits, the star and the hash, and the punctuation of canonical numbers.
const NUMBER: &str = "0123456789*#+()-/. ";

/// A line: a number of the PBX, and a name for display.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line {
    number: String,
    name: String,
}

impl Line {
    /// A line with a name, which may be empty. Spaces around both are taken off.
    ///
    /// # Errors
    ///
    /// A number that is none, and a name that is too long or has control characters.
    pub fn new(number: &str, name: &str) -> Result<Self, LineErrorKind> {
        let (number, name) = (number.trim(), name.trim());
        if number.is_empty() {
            return Err(LineErrorKind::NoNumber);
        }
        let is_number = number.chars().all(|c| NUMBER.contains(c))
            && number.contains(|c: char| c.is_ascii_digit());
        if !is_number || number.len() > 2 * MAX_DIGITS {
            return Err(LineErrorKind::NotANumber);
        }
        if name.chars().count() > MAX_NAME_CHARS {
            return Err(LineErrorKind::NameTooLong);
        }
        if name.contains(char::is_control) {
            return Err(LineErrorKind::ControlCharacter);
        }
        Ok(Self { number: number.to_owned(), name: name.to_owned() })
    }

    /// The number.
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The name; empty if the line has none.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for Line {
    /// The line as text: `100,Reception`, or `100` without a name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.number)?;
        match self.name.as_str() {
            "" => Ok(()),
            name if name.starts_with('"') => write!(f, ",\"{}\"", name.replace('"', "\"\"")),
            name => write!(f, ",{name}"),
        }
    }
}

/// Reads a list of lines, in any encoding that [`TextEncoding::decode`] knows.
///
/// Each line begins with a number; behind a comma a name may follow, commas included, in quotation marks or without.
/// Empty lines are skipped.
///
/// ```
/// use numfmt::{Line, read_lines};
///
/// let lines = read_lines(b"100,J\xfcrgen\r\n101\r\n")?;
/// assert_eq!(lines, [Line::new("100", "Jürgen")?, Line::new("101", "")?]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Octets that are no text; else each line that is wrong, with its number.
pub fn read_lines(octets: &[u8]) -> Result<Vec<Line>, LineListError> {
    let (text, _) = TextEncoding::decode(octets)?;
    let mut lines = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut faults = Vec::new();
    for (row, place) in text.lines().zip(1..) {
        if row.trim().is_empty() {
            continue;
        }
        if lines.len() == MAX_LINES {
            faults.push(LineError { line: place, kind: LineErrorKind::TooMany });
        } else {
            match parse(row).and_then(|line| match places.get(line.number()) {
                Some(&first) => Err(LineErrorKind::Twice { first }),
                None => Ok(line),
            }) {
                Ok(line) => {
                    places.insert(line.number.clone(), place);
                    lines.push(line);
                    continue;
                }
                Err(kind) => faults.push(LineError { line: place, kind }),
            }
        }
        if faults.len() == MAX_FAULTS || lines.len() == MAX_LINES {
            break;
        }
    }
    if faults.is_empty() { Ok(lines) } else { Err(LineListError::Lines(LineErrors(faults))) }
}

/// Writes lines as text that [`read_lines`] reads.
pub fn write_lines<'l>(lines: impl IntoIterator<Item = &'l Line>) -> String {
    lines.into_iter().fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{line}");
        text
    })
}

fn parse(row: &str) -> Result<Line, LineErrorKind> {
    let (number, name) = row.split_once(',').unwrap_or((row, ""));
    let (number, name) = (unquote(number), unquote(name));
    match Line::new(&number, &name) {
        Err(LineErrorKind::NotANumber) if number.contains([';', '\t']) => {
            Err(LineErrorKind::Separator)
        }
        line => line,
    }
}

/// Takes off the quotation marks that spreadsheets put around a field.
fn unquote(field: &str) -> String {
    let field = field.trim();
    match field.strip_prefix('"').and_then(|field| field.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\""),
        None => field.to_owned(),
    }
}

/// Why a text is no list of lines.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LineListError {
    /// The octets are no text.
    #[error(transparent)]
    Encoding(#[from] EncodingError),
    /// Lines are wrong.
    #[error(transparent)]
    Lines(#[from] LineErrors),
}

/// What is wrong in a list of lines, in their order; never empty, at most [`MAX_FAULTS`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineErrors(Vec<LineError>);

impl LineErrors {
    /// The errors in the order of the lines.
    pub fn iter(&self) -> std::slice::Iter<'_, LineError> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a LineErrors {
    type Item = &'a LineError;
    type IntoIter = std::slice::Iter<'a, LineError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for LineErrors {
    /// One error a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        one_a_line(f, &self.0)
    }
}

impl std::error::Error for LineErrors {}

/// What is wrong in one line of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {kind}")]
pub struct LineError {
    line: usize,
    kind: LineErrorKind,
}

impl LineError {
    /// The line of the text, from 1.
    pub const fn line(&self) -> usize {
        self.line
    }

    /// What is wrong.
    pub const fn kind(&self) -> &LineErrorKind {
        &self.kind
    }
}

/// The kinds of [`LineError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LineErrorKind {
    /// Nothing before the comma.
    #[error("no number before the comma: write the number first, then a comma and the name")]
    NoNumber,
    /// What stands first is no number.
    #[error("does not begin with a number: write the number first, then a comma and the name")]
    NotANumber,
    /// A semicolon or a tab where the comma belongs.
    #[error(
        "number and name are not parted by a comma: write a comma in place of the semicolon or tab"
    )]
    Separator,
    /// The number has been in the list before.
    #[error("the number is in line {first} already: take one of the two out")]
    Twice {
        /// The line that has it first.
        first: usize,
    },
    /// The name is too long.
    #[error("the name has more than {MAX_NAME_CHARS} characters: shorten it")]
    NameTooLong,
    /// The name has a control character.
    #[error("the name has a control character: take it out")]
    ControlCharacter,
    /// The list is too long.
    #[error("more than {MAX_LINES} lines: part the list")]
    TooMany,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: &str, name: &str) -> Line {
        Line::new(number, name).unwrap()
    }

    fn errors(text: &str) -> Vec<String> {
        match read_lines(text.as_bytes()) {
            Err(LineListError::Lines(errors)) => errors.iter().map(ToString::to_string).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_line_is_a_number_and_perhaps_a_name() {
        let lines =
            read_lines(b"100,Reception\n101\n 102 , Meyer, Anna \n\n+49(30)12345-123,\n").unwrap();
        let wanted = [
            line("100", "Reception"),
            line("101", ""),
            line("102", "Meyer, Anna"),
            line("+49(30)12345-123", ""),
        ];
        assert_eq!(lines, wanted);
    }

    #[test]
    fn quotation_marks_of_spreadsheets_come_off() {
        let lines = read_lines(b"\"100\",\"Meyer, \"\"A.\"\"\"\n").unwrap();
        assert_eq!(lines, [line("100", "Meyer, \"A.\"")]);
    }

    #[test]
    fn the_encodings_of_windows_tools_are_read() {
        let wanted = [line("100", "Jürgen"), line("101", "Zoë")];
        let encodings = [
            TextEncoding::Utf8,
            TextEncoding::Utf8WithMark,
            TextEncoding::Utf16Le,
            TextEncoding::Utf16Be,
            TextEncoding::Windows1252,
        ];
        for encoding in encodings {
            let octets = encoding.encode("100,Jürgen\r\n101,Zoë\r\n").unwrap();
            assert_eq!(read_lines(&octets).unwrap(), wanted, "{encoding:?}");
        }
    }

    #[test]
    fn every_wrong_line_is_told_with_its_number() {
        let errors = errors("100,A\n,B\nReception,100\n100,C\n103;D\n\n104,\u{7}\n");
        let starts = [
            "line 2: no number",
            "line 3: does not begin",
            "line 4: the number is in line 1 already",
        ];
        let starts = starts
            .into_iter()
            .chain(["line 5: number and name are not parted", "line 7: the name has a control"]);
        assert_eq!(errors.len(), 5);
        for (error, start) in errors.iter().zip(starts) {
            assert!(error.starts_with(start), "{error}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let lines = [
            line("100", "\"quoted\""),
            line("101", "\""),
            line("102", "a, b"),
            line("*1#", ""),
            line("1", "Ä"),
        ];
        assert_eq!(read_lines(write_lines(&lines).as_bytes()).unwrap(), lines);
    }

    #[test]
    fn too_much_is_refused() {
        let many: String = (0..=MAX_LINES).map(|number| format!("{number}\n")).collect();
        assert_eq!(
            errors(&many),
            [format!("line {}: more than {MAX_LINES} lines: part the list", MAX_LINES + 1)]
        );
        assert_eq!(errors(&"x\n".repeat(1_000)).len(), MAX_FAULTS);
        assert_eq!(
            Line::new("1", &"x".repeat(MAX_NAME_CHARS + 1)),
            Err(LineErrorKind::NameTooLong)
        );
        assert_eq!(Line::new(&"1".repeat(2 * MAX_DIGITS + 1), ""), Err(LineErrorKind::NotANumber));
    }
}
