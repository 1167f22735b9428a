//! What the API answers with.

use serde::Serialize;
use tsp::{Call, LineInfo, ProviderStatus};

/// How the program is.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Status {
    pub(super) version: &'static str,
    pub(super) providers: Vec<ProviderStatus>,
    pub(super) open_lines: usize,
    pub(super) open_lines_limit: usize,
}

/// A line with its calls.
#[derive(Debug, Serialize)]
pub(super) struct LineWithCalls {
    #[serde(flatten)]
    pub(super) line: LineInfo,
    pub(super) calls: Vec<Call>,
}
