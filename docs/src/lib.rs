//! What the documentation of this repository says: its commands are run by the tests of this crate,
//! and its figures are measured and drawn by its program, `cargo run -p csta-docs`.

mod chart;
mod document;
mod figures;
mod files;
mod markdown;
mod measurement;
mod table;

pub use chart::{Bar, Chart, Group};
pub use document::{graphs, refresh, with_figures};
pub use figures::{Figure, Graph, GraphError, figure, figures};
pub use files::{documents, root};
pub use markdown::{Block, blocks};
pub use measurement::{Measurement, MeasurementError};
pub use table::{NoColumn, Row, Table, tables};
