//! How large things may be; beyond that an error names the limit.

/// Rules in one list.
pub const MAX_RULES: usize = 10_000;

/// Characters in a plain text, an expression or a replacement.
pub const MAX_RULE_CHARS: usize = 1_000;

/// Bytes in a number that rules are tried on; a longer text matches none of them.
pub const MAX_NUMBER_BYTES: usize = 1_024;

/// Bytes one expression may take when compiled.
pub const MAX_EXPRESSION_BYTES: usize = 256 * 1024;

/// Bytes the expressions of one list may take together when compiled.
pub const MAX_LIST_BYTES: usize = 64 * 1024 * 1024;

/// Bytes in a configuration file, a list of rules or a list of lines.
pub const MAX_FILE_BYTES: usize = 4 * 1024 * 1024;

/// Faults that are reported of one list of rules or lines; the rest is left out.
pub const MAX_FAULTS: usize = 100;

/// Lines in a line list.
pub const MAX_LINES: usize = 50_000;

/// Characters in the name of a line.
pub const MAX_NAME_CHARS: usize = 200;

/// Ranges in an extension range.
pub const MAX_RANGES: usize = 1_000;

/// Digits in a number: an extension, a code, a prefix; a line's number has at most twice as many characters.
pub const MAX_DIGITS: usize = 32;
