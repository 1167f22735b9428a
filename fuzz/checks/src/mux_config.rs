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

/// The file that shows all settings, as it is and with those that are commented out: without the
/// bus, which the multiplexer knows by its feature `nats` alone, and with it.
fn seeds() -> Vec<Vec<u8>> {
    let whole = seeds::with_all_settings(Config::EXAMPLE);
    let (without_bus, _) = whole.split_once("\n[bus]\n").expect("a bus in the example");
    [Config::EXAMPLE, without_bus, &whole].map(|text| text.as_bytes().to_vec()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_seed_is_read_and_the_second_has_what_the_first_leaves_out() {
        let texts = seeds().into_iter().map(|seed| String::from_utf8(seed).unwrap());
        let [bare, without_bus, whole] = texts.collect::<Vec<_>>().try_into().unwrap();
        let [bare, without_bus] = [bare, without_bus]
            .map(|text| text.parse::<Config>().unwrap_or_else(|error| panic!("{error} in {text}")));
        assert!(bare.tls.is_none() && without_bus.tls.is_some());
        assert!(whole.parse::<toml_edit::DocumentMut>().unwrap().contains_key("bus"));
    }
}
