//! The status page, its JSON, and metrics.

mod guard;
mod metrics;
mod overview;
mod rates;
mod site;
mod token;

pub(crate) use site::{Site, serve};
pub use token::{TokenError, read_token};

/// Where a number is put through rules, which changes nothing.
const NUMBER_CHECK: &str = "/api/numbers/check";
