//! Phone-number rules.

mod canonical;
mod dialing;
mod error;
mod expression;
mod extension;
pub mod limits;
mod list;
mod location;
mod region;
mod replacement;
mod rule;
mod rule_list;

pub use dialing::{Dialing, DialingError};
pub use error::{Part, RuleError, RuleErrorKind, RuleErrors};
pub use extension::{ExtensionRange, RangeError, RangeErrorKind};
pub use list::{List, UnknownList};
pub use location::{ExtensionForm, Location, LocationError};
pub use rule::{Rule, Search};
pub use rule_list::{Match, RuleList};
