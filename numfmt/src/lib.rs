//! Phone-number rules.

mod error;
mod expression;
pub mod limits;
mod list;
mod replacement;
mod rule;
mod rule_list;

pub use error::{Part, RuleError, RuleErrorKind, RuleErrors};
pub use list::{List, UnknownList};
pub use rule::{Rule, Search};
pub use rule_list::{Match, RuleList};
