//! The program in processes of its own, which can be killed.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail that way")]

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use bus::TestServer;

use crate::support::Office;

/// A multiplexer of a site in a process. Dropped, it is killed.
pub(crate) struct Process {
    /// The name of this run, by which the site says who has the PBX.
    pub(crate) name: String,
    child: Child,
}

/// How a multiplexer of a site is to be: its place keeps the spool from one run to the next.
pub(crate) struct Place<'o> {
    pub(crate) office: &'o Office,
    pub(crate) site: &'static str,
    pub(crate) place: &'static str,
}

impl Place<'_> {
    fn path(&self, what: &str) -> PathBuf {
        self.office.path(&format!("{}-{what}", self.place))
    }

    /// What it has logged, of all its runs.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.path("log")).unwrap_or_default()
    }

    /// Starts it for the so-manieth time.
    pub(crate) fn start(&self, run: usize, server: &TestServer, takeover: &str) -> Process {
        let name = format!("{}-{run}", self.place);
        let text = format!(
            "version = 1\n\
             [pbx]\naddress = \"{pbx}\"\ncall_records_after = \"0s\"\n\
             [tcp]\nlisten = \"127.0.0.1:0\"\n\
             [spool]\ndirectory = \"{spool}\"\n\
             [bus]\nurl = \"{url}\"\nsite = \"{site}\"\nname = \"{name}\"\n\
             [bus.standby]\ntakeover = \"{takeover}\"\n",
            pbx = self.office.switch.address(),
            spool = self.path("spool").display(),
            url = server.url(),
            site = self.site,
        );
        std::fs::write(self.path("toml"), text).unwrap();
        let log = File::options().create(true).append(true).open(self.path("log")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_csta-mux"));
        command.arg("--config").arg(self.path("toml"));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        for (variable, _) in std::env::vars_os() {
            if variable.to_str().is_some_and(|variable| variable.starts_with("CSTA_MUX_")) {
                command.env_remove(variable);
            }
        }
        Process { name, child: command.spawn().expect("csta-mux") }
    }
}

impl Process {
    /// Kills it, without giving it time for anything.
    pub(crate) fn kill(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Tells it to end, as systemd does, and waits until it has.
    pub(crate) async fn stop(mut self) {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status().expect("kill");
        assert!(told.success());
        let ended = tokio::task::spawn_blocking(move || self.child.wait().expect("its end"));
        let status = crate::support::soon("the end of a program", ended).await.expect("no panic");
        assert!(status.success(), "{status}");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}
