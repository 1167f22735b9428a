//! Phone-number rules: rewrite, canonicalise and classify numbers between a PBX and its applications.
//!
//! ```
//! use numfmt::{ConfigFile, List};
//!
//! let file: ConfigFile = r#"
//! version = 1
//!
//! [extensions]
//! ranges = "100-199,4*"
//! max_length = 3
//!
//! [dialing]
//! access_code = "0"
//!
//! [location]
//! enabled = true
//! country_code = "49"
//! area_code = "89"
//! prefix = "1234"
//!
//! [[incoming]]
//! text = "110"
//! replace = ""
//! "#.parse()?;
//! let formatter = file.formatter()?;
//!
//! // what the PBX reports
//! assert_eq!(formatter.format(List::Incoming, "0030555"), "+4930555");
//! assert_eq!(formatter.format(List::Incoming, "100"), "49(89)1234-100");
//! assert_eq!(formatter.format(List::Incoming, "110"), "");
//! // what is dialled
//! assert_eq!(formatter.format(List::PcDialing, "+49(30)555"), "0030555");
//! assert_eq!(formatter.format(List::PcDialing, "+49(89)1234-100"), "100");
//! // why
//! println!("{}", formatter.explain(List::Incoming, "0030555"));
//! # Ok::<(), numfmt::ConfigError>(())
//! ```
//!
//! # What is here
//!
//! - [`Formatter`] puts everything together, in the order it documents, and explains itself.
//! - [`RuleList`]: rules from top to bottom, the first match gives the output. [`recipes`] shows what rules can do.
//! - [`Location`] and [`Dialing`]: extensions to international numbers and back, canonical numbers to what is dialled.
//! - [`ExtensionRange`]: which numbers are internal.
//! - [`ConfigFile`] and [`Config`]: settings in TOML, written back with their comments.
//! - [`read_rules`], [`write_rules`], [`read_lines`], [`write_lines`]: lists as text, also from Windows tools.
//! - [`lint`]: rules that can never match, are not anchored or wrong.
//!
//! # What to expect
//!
//! A list is compiled once. Matching takes time linear in the length of the number, whatever the expressions are, and
//! allocates only for a changed number that is not a part of the given one. No rule and no number makes a panic;
//! [`limits`] says how large things may be. Compiled types are `Send` and `Sync` and are shared by reference.
//!
//! # Features
//!
//! | Feature | Default | What it adds |
//! |---|---|---|
//! | `libphonenumber` | off | [`Location::with_region`] reads reported numbers by libphonenumber's tables |

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
mod finding;
mod formatter;
mod inclusion;
pub mod limits;
mod line_list;
mod lint;
mod list;
mod location;
#[doc = include_str!("../docs/recipes.md")]
pub mod recipes {}
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
pub use finding::Finding;
pub use formatter::{Formatter, SettingsError};
pub use line_list::{
    Line, LineError, LineErrorKind, LineErrors, LineListError, read_lines, write_lines,
};
pub use lint::{lint, lint_rules};
pub use list::{List, UnknownList};
pub use location::{ExtensionForm, Location, LocationError};
pub use rule::{Rule, Search};
pub use rule_list::{Match, RuleList};
pub use rule_text::{RuleTextError, read_rules, write_rules};

/// The example of the README, kept true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
