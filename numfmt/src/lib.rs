//! Phone-number rules.

mod canonical;
mod config;
mod config_edit;
mod config_file;
mod dialing;
mod encoding;
mod error;
mod explanation;
mod expression;
mod extension;
mod formatter;
mod inclusion;
pub mod limits;
mod line_list;
mod lint;
mod list;
mod location;
mod region;
mod replacement;
mod rule;
mod rule_list;
mod rule_text;

pub use config::{Config, ExtensionSettings, LocationSettings};
pub use config_file::{ConfigError, ConfigFile};
pub use dialing::{Dialing, DialingError};
pub use encoding::{EncodingError, TextEncoding};
pub use error::{Part, RuleError, RuleErrorKind, RuleErrors};
pub use explanation::{Explanation, Stage, Step};
pub use extension::{ExtensionRange, RangeError, RangeErrorKind};
pub use formatter::{Formatter, SettingsError};
pub use line_list::{
    Line, LineError, LineErrorKind, LineErrors, LineListError, read_lines, write_lines,
};
pub use lint::{Finding, lint, lint_rules};
pub use list::{List, UnknownList};
pub use location::{ExtensionForm, Location, LocationError};
pub use rule::{Rule, Search};
pub use rule_list::{Match, RuleList};
pub use rule_text::{RuleTextError, read_rules, write_rules};
