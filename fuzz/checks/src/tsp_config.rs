//! Any text as a configuration file of `csta-tsp`.

use config_file::ConfigFile;
use tsp::config::{Config, EXAMPLE, Instead, Settings};

use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "tsp_config",
    claim: "any text as a configuration file of csta-tsp: an error that says where, or settings \
        that are written and read again as the same",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    let Ok(text) = str::from_utf8(octets) else { return };
    let (file, settings) = match read(text) {
        Ok(read) => read,
        Err(error) => return assert!(error.line().is_some_and(|line| line > 0), "{error}"),
    };
    let written = toml_edit::ser::to_string(&settings).expect("settings can be written");
    let (_, again) = read(&format!("version = 1\n{written}")).expect("what was written is read");
    assert_eq!(again, settings);
    if !names_files(&settings)
        && let Err(error) = Config::read(&file, &Instead::default())
    {
        assert!(error.to_string().contains("line "), "{error}");
    }
}

fn read(text: &str) -> Result<(ConfigFile, Settings), config_file::ConfigFileError> {
    let file = ConfigFile::parse(text, 1)?;
    let settings = file.settings()?;
    Ok((file, settings))
}

/// Whether files are read when it is used, which are none of a fuzzer's business.
fn names_files(settings: &Settings) -> bool {
    let of_provider = settings.providers.iter().any(|provider| {
        let login = provider.login.as_ref();
        provider.tls.is_some()
            || provider.lines.file.is_some()
            || login.is_some_and(|login| login.password_file.is_some())
    });
    of_provider || settings.lines.file.is_some() || settings.serve.token_file.is_some()
}

/// The file that shows all settings, as it is and with those that are commented out.
fn seeds() -> Vec<Vec<u8>> {
    vec![EXAMPLE.as_bytes().to_vec(), seeds::with_all_settings(EXAMPLE).into_bytes()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_seed_is_read_and_the_second_has_what_the_first_leaves_out() {
        let read = seeds().into_iter().map(|seed| {
            let text = String::from_utf8(seed).unwrap();
            read(&text).unwrap_or_else(|error| panic!("{error} in {text}")).1
        });
        let [bare, whole] = read.collect::<Vec<_>>().try_into().unwrap();
        assert!(bare.providers.len() < whole.providers.len());
    }
}
