//! Any text as a configuration file of the multiplexer.

use multiplexer::Config;

use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "mux_config",
    claim: "any text as a configuration file of the multiplexer: an error with its line, or \
        settings that are written and read again as the same",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    let Ok(text) = str::from_utf8(octets) else { return };
    match text.parse::<Config>() {
        Ok(config) => {
            let settings = toml_edit::ser::to_string(&config).expect("settings can be written");
            let written = format!("version = 1\n{settings}");
            assert_eq!(written.parse::<Config>().expect("what was written is read"), config);
        }
        Err(error) => assert!(error.line().is_some_and(|line| line > 0), "{error}"),
    }
}

/// The file that shows all settings, as it is and with those that are commented out.
fn seeds() -> Vec<Vec<u8>> {
    let whole = seeds::with_all_settings(Config::EXAMPLE);
    vec![Config::EXAMPLE.as_bytes().to_vec(), whole.into_bytes()]
}
