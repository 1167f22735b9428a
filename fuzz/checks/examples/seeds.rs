//! Writes the seeds of each check where cargo-fuzz looks for them: `fuzz/corpus/NAME/`.

use std::path::Path;
use std::{fs, io};

use checks::CHECKS;

fn main() -> io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    for check in CHECKS {
        let folder = corpus.join(check.name);
        fs::create_dir_all(&folder)?;
        for (number, seed) in (check.seeds)().iter().enumerate() {
            fs::write(folder.join(format!("seed-{number:04}")), seed)?;
        }
    }
    Ok(())
}
