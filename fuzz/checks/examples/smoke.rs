//! Runs each check on its seeds, changed by chance, for a while: a smoke test for where there is no
//! fuzzer. `smoke SECONDS [SEED [NAME]]`: so many seconds for each check, or for the one of a name.
//!
//! What makes a check fail is written to `fuzz/artifacts/NAME/`. The same seed tries the same.
#![allow(clippy::print_stdout, reason = "it is for people")]

use std::error::Error;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, io};

use checks::{CHECKS, Check, mutate};
use fastrand::Rng;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let seconds = arguments.next().unwrap_or_else(|| "2".to_owned()).parse()?;
    let seed = arguments.next().map_or_else(|| Ok(Rng::new().u64(..)), |seed| seed.parse())?;
    let name = arguments.next();
    println!("seed {seed}");
    let mut found = 0;
    for check in CHECKS.iter().filter(|check| name.as_ref().is_none_or(|name| name == check.name)) {
        let (tried, failing) = try_out(check, Duration::try_from_secs_f64(seconds)?, seed);
        println!("{:<12} {tried:>8} inputs", check.name);
        if let Some(octets) = failing {
            found += 1;
            println!("{:<12} does not hold for {}", check.name, keep(check, &octets)?.display());
        }
    }
    if found > 0 {
        return Err(format!("{found} checks do not hold").into());
    }
    Ok(())
}

/// How many inputs were tried, and the one for which it does not hold.
fn try_out(check: &Check, time: Duration, seed: u64) -> (u64, Option<Vec<u8>>) {
    let (seeds, mut random) = ((check.seeds)(), Rng::with_seed(seed));
    let (begin, mut tried) = (Instant::now(), 0);
    while begin.elapsed() < time {
        let Some(mut octets) = random.choice(&seeds).cloned() else { break };
        let other = random.choice(&seeds).map_or(&[][..], Vec::as_slice);
        mutate(&mut octets, other, &mut random);
        tried += 1;
        if catch_unwind(|| (check.run)(&octets)).is_err() {
            return (tried, Some(octets));
        }
    }
    (tried, None)
}

fn keep(check: &Check, octets: &[u8]) -> io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../artifacts").join(check.name);
    fs::create_dir_all(&folder)?;
    let path = folder.join("smoke");
    fs::write(&path, octets)?;
    path.canonicalize()
}
