//! Where records are kept.

use std::path::Path;

use tsp::config::CdrFormat;

use super::csv_file::CsvFile;
use super::record::Row;
#[cfg(feature = "sqlite")]
use super::sqlite_file::SqliteFile;

/// Why records cannot be kept: what happened, and what to do.
pub(crate) type StoreError = Box<dyn std::error::Error + Send + Sync>;

/// A file that records are kept in. When [`append`](Self::append) has returned, what it was given
/// is on the disk.
pub(crate) trait Store: Send {
    /// Keeps those of the rows that it has not got yet, all of them or none, and returns them.
    fn append(&mut self, rows: &[Row]) -> Result<Vec<Row>, StoreError>;
}

/// Opens a file, or makes it; what the last run did not finish is put right.
pub(super) fn open(
    path: &Path,
    format: CdrFormat,
    window: usize,
) -> Result<Box<dyn Store>, StoreError> {
    match format {
        CdrFormat::Csv => Ok(Box::new(CsvFile::open(path, window)?)),
        #[cfg(feature = "sqlite")]
        CdrFormat::Sqlite => Ok(Box::new(SqliteFile::open(path)?)),
        #[cfg(not(feature = "sqlite"))]
        CdrFormat::Sqlite => {
            Err("this program was built without SQLite: build it with --features sqlite".into())
        }
    }
}
