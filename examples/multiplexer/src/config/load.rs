//! Reading the file.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use config_file::{ConfigFile, ConfigFileError};

use super::Config;

/// The version of the form of all files.
pub(crate) const VERSION: u32 = 1;

impl Config {
    /// A whole file, with what each setting means.
    pub const EXAMPLE: &str = include_str!("../../csta-mux.toml");

    /// Reads a file (TOML) and checks it. Paths in it that are not absolute are from its directory.
    ///
    /// # Errors
    ///
    /// What is wrong, with the line and the key.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, ConfigFileError> {
        let path = path.as_ref();
        let mut config = Self::read(&ConfigFile::load(path, VERSION)?)?;
        config.resolve(path.parent().unwrap_or_else(|| Path::new("")));
        Ok(config)
    }

    fn read(file: &ConfigFile) -> Result<Self, ConfigFileError> {
        let config: Self = file.settings()?;
        config.check().map_err(|wrong| file.wrong(wrong.key, wrong.message))?;
        Ok(config)
    }

    /// Makes paths start from a directory.
    fn resolve(&mut self, base: &Path) {
        let tls = self.tls.iter_mut().flat_map(|tls| [&mut tls.certificate, &mut tls.key]);
        let logs = self.protocol_logs.iter_mut().map(|logs| &mut logs.directory);
        let web = self.web.iter_mut().filter_map(|web| web.token_file.as_mut());
        let (users, spool) = (self.users.file.iter_mut(), self.spool.directory.iter_mut());
        let paths = tls.chain(logs).chain(web).chain(users).chain(spool);
        #[cfg(feature = "nats")]
        let paths = paths.chain(
            self.bus.iter_mut().flat_map(|bus| [&mut bus.credentials, &mut bus.numbers]).flatten(),
        );
        for path in paths {
            let resolved: PathBuf = base.join(&*path);
            *path = resolved;
        }
    }
}

impl FromStr for Config {
    type Err = ConfigFileError;

    /// Reads the text of a file as [`load`](Config::load) does; paths in it stay as they are.
    fn from_str(text: &str) -> Result<Self, ConfigFileError> {
        Self::read(&ConfigFile::parse(text, VERSION)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, ConfigFileError> {
        text.parse()
    }

    #[test]
    fn the_example_shows_the_defaults() {
        assert_eq!(parse(Config::EXAMPLE).unwrap(), Config::new("192.168.0.101"));
    }

    /// The example with what it has in comments: a comment with a blank behind `#` is for people,
    /// one without is a setting.
    fn whole_example() -> String {
        let mut whole = String::new();
        for line in Config::EXAMPLE.lines() {
            let setting = line.strip_prefix('#').filter(|rest| !rest.starts_with(' '));
            whole.push_str(setting.unwrap_or(line));
            whole.push('\n');
        }
        whole
    }

    #[test]
    fn what_the_example_has_in_comments_can_be_set() {
        let config = parse(&whole_example()).unwrap();
        assert!(config.tls.is_some() && config.protocol_logs.is_some());
        assert_eq!(config.users.file.unwrap(), Path::new("users.toml"));
    }

    #[test]
    fn errors_name_line_and_key() {
        let head = "version = 1\n[pbx]\naddress = \"pbx\"\n";
        for (rest, expected) in [
            ("[tcp]\nlisten = \"here\"", "line 5, column 10: tcp.listen: "),
            ("[tcp]\nlogin = \"never\"", "line 5, column 9: tcp.login: "),
            (
                "[tcp]\nlistne = 7",
                "line 5, column 1: tcp.listne: there is no such key, did you mean",
            ),
            ("[tcp]\n[limits]\napplications = 0", "line 6, column 16: limits.applications: is 0"),
            ("[tcp]\nlogin = \"required\"", "line 5, column 9: tcp.login: needs users"),
            ("[tls]\ncertificate = \"a\"\nkey = \"b\"", "line 4, column 1: tls: needs users"),
            ("[users]\nattempt_interval = \"soon\"", "line 5, column 20: users.attempt_interval: "),
            ("", "tcp: there is neither"),
        ] {
            let error = parse(&format!("{head}{rest}")).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn paths_are_from_the_directory_of_the_file() {
        let directory = tempfile::tempdir().unwrap();
        let (base, path) = (directory.path(), directory.path().join("csta-mux.toml"));
        std::fs::write(&path, whole_example()).unwrap();
        let config = Config::load(&path).unwrap();
        let tls = config.tls.unwrap();
        let relative = [
            (Some(tls.certificate), "server.pem"),
            (Some(tls.key), "server.key"),
            (config.users.file, "users.toml"),
            (config.web.unwrap().token_file, "web.token"),
            #[cfg(feature = "nats")]
            (config.bus.as_ref().unwrap().credentials.clone(), "csta-mux.creds"),
            #[cfg(feature = "nats")]
            (config.bus.unwrap().numbers, "numbers.toml"),
        ];
        for (path, name) in relative {
            assert_eq!(path.unwrap(), base.join(name));
        }
        assert_eq!(config.spool.directory.unwrap(), Path::new("/var/lib/csta-mux"));
    }

    #[test]
    fn a_status_page_for_others_needs_a_token() {
        let text = "version = 1\npbx.address = \"pbx\"\n[tcp]\n[web]\nlisten = \"0.0.0.0:33380\"";
        assert!(parse(text).unwrap_err().to_string().contains("web.token_file"));
    }
}
