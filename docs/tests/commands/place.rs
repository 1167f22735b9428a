//! Where a document is tried: a folder and ports of its own.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::symlink;
use std::path::Path;

use docs::root;
use regex::{Captures, Regex};
use tempfile::TempDir;

use super::program::{PROGRAMS, folder};

/// The address of the PBX in all documents, and its port.
pub(crate) const PBX: &str = "192.168.0.101";
pub(crate) const PORT: u16 = 33333;

/// The folders that documents name, which are below that of this place.
const FOLDERS: [&str; 4] = ["/etc/", "/usr/local/bin/", "/var/lib/", "/var/log/"];

/// A folder and ports of its own.
pub(crate) struct Place {
    folder: TempDir,
    /// The ports of the document, and those that stand for them; that of the PBX under its name.
    ports: RefCell<BTreeMap<String, u16>>,
    addresses: Regex,
}

impl Place {
    /// A folder that looks like that of the repository, with the programs installed.
    pub(crate) fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let path = place.path();
        for folder in FOLDERS {
            fs::create_dir_all(path.join(&folder[1..])).unwrap();
        }
        fs::create_dir_all(path.join("etc/systemd/system")).unwrap();
        fs::create_dir_all(path.join("target")).unwrap();
        symlink(folder(), path.join("target/release")).unwrap();
        for program in PROGRAMS {
            symlink(folder().join(program), path.join("usr/local/bin").join(program)).unwrap();
        }
        for entry in fs::read_dir(root().canonicalize().unwrap()).unwrap() {
            let entry = entry.unwrap();
            if entry.file_name() != "target" {
                symlink(entry.path(), path.join(entry.file_name())).unwrap();
            }
        }
        let addresses = r"(?P<host>127\.0\.0\.1|localhost|0\.0\.0\.0|192\.168\.0\.101)(?::(?P<port>\d{4,5}))?\b";
        let addresses = Regex::new(addresses).unwrap();
        Self { folder: place, ports: RefCell::default(), addresses }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The port that stands for one of the document.
    fn port(&self, name: &str) -> u16 {
        let mut ports = self.ports.borrow_mut();
        *ports.entry(name.to_owned()).or_insert_with(|| {
            TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
        })
    }

    /// The address that stands for the PBX.
    pub(crate) fn pbx(&self) -> String {
        format!("127.0.0.1:{}", self.port(PBX))
    }

    /// What is said here for what a document says.
    pub(crate) fn here(&self, text: &str) -> String {
        let said = self.addresses.replace_all(text, |found: &Captures<'_>| {
            let whole = found.get(0).unwrap();
            let is_switch = text[..whole.start()].ends_with("--pbx ");
            match (&found["host"], found.name("port").map(|port| port.as_str())) {
                (PBX, _) => self.pbx(),
                (host, None) if is_switch => format!("{host}:{}", self.port(&PORT.to_string())),
                (host, None) => host.to_owned(),
                ("0.0.0.0", Some(port)) => format!("127.0.0.1:{}", self.port(port)),
                (host, Some(port)) => format!("{host}:{}", self.port(port)),
            }
        });
        let mut said = said.into_owned();
        for folder in FOLDERS {
            said = said.replace(folder, &format!("{}{folder}", self.path().display()));
        }
        said
    }

    /// What a document says for what is shown here.
    pub(crate) fn there(&self, text: &str) -> String {
        let mut shown = text.replace(&*self.path().to_string_lossy(), "");
        for (name, port) in self.ports.borrow().iter() {
            let here = format!(":{port}");
            shown = match name.as_str() {
                PBX => shown.replace(&format!("127.0.0.1{here}"), &format!("{PBX}:{PORT}")),
                name => shown.replace(&here, &format!(":{name}")),
            };
        }
        shown
    }
}
