//! Any text as a configuration file or a script of the simulated PBX.

use pbx_sim::Config;
use pbx_sim::model::CallModel;
use pbx_sim::script::Script;

use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "config",
    claim: "any text as a configuration file or a script of the simulated PBX: an error that says \
        where, or a PBX that starts",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    let Ok(text) = str::from_utf8(octets) else { return };
    match text.parse::<Config>() {
        Ok(config) => {
            CallModel::new(config).expect("what was checked makes a switch");
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    if let Err(error) = text.parse::<Script>() {
        assert!(!error.to_string().is_empty());
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let script = seeds::file("examples/pbx-sim/scenarios/office.txt");
    vec![Config::DEFAULT_FILE.as_bytes().to_vec(), script]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seeds_are_a_configuration_and_a_script() {
        let texts = seeds().into_iter().map(|seed| String::from_utf8(seed).unwrap());
        let [config, script] = texts.collect::<Vec<_>>().try_into().unwrap();
        assert!(config.parse::<Config>().is_ok());
        assert!(script.parse::<Script>().is_ok());
    }
}
