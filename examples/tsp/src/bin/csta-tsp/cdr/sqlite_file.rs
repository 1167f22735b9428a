//! Records in a database of SQLite, in the table `calls`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, params_from_iter};

use super::record::Row;
use super::store::{Store, StoreError};

/// How long another program may keep the database to itself.
const BUSY: Duration = Duration::from_secs(10);

/// A database of records. A record is in it once, whenever it came first.
#[derive(Debug)]
pub(super) struct SqliteFile {
    path: PathBuf,
    database: Connection,
}

impl SqliteFile {
    /// Opens the database, or makes it.
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        let failed = |error: rusqlite::Error| {
            format!("{} is not to be had as a database: {error}", path.display())
        };
        let database = Connection::open(path).map_err(failed)?;
        database.busy_timeout(BUSY).map_err(failed)?;
        // A transaction that has ended is on the disk.
        database.pragma_update(None, "synchronous", "FULL").map_err(failed)?;
        let columns = Row::columns().map(|column| match column {
            "id" => "id TEXT PRIMARY KEY".to_owned(),
            column => format!("{column} TEXT NOT NULL"),
        });
        let table =
            format!("CREATE TABLE IF NOT EXISTS calls ({}) WITHOUT ROWID", columns.join(", "));
        database.execute(&table, []).map_err(failed)?;
        Ok(Self { path: path.to_owned(), database })
    }

    fn insert(&mut self, rows: &[Row]) -> rusqlite::Result<Vec<Row>> {
        let marks = vec!["?"; Row::columns().len()].join(", ");
        let insert =
            format!("INSERT OR IGNORE INTO calls ({}) VALUES ({marks})", Row::columns().join(", "));
        let transaction = self.database.transaction()?;
        let mut new = Vec::new();
        {
            let mut statement = transaction.prepare(&insert)?;
            for row in rows {
                if statement.execute(params_from_iter(row.values()))? > 0 {
                    new.push(row.clone());
                }
            }
        }
        transaction.commit()?;
        Ok(new)
    }
}

impl Store for SqliteFile {
    fn append(&mut self, rows: &[Row]) -> Result<Vec<Row>, StoreError> {
        let inserted = self.insert(rows);
        inserted
            .map_err(|error| format!("{} cannot be written: {error}", self.path.display()).into())
    }
}
