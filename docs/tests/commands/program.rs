//! The programs, and one that runs.

use std::io::{Read as _, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// The programs of this repository.
pub(crate) const PROGRAMS: [&str; 4] = ["csta-inspect", "csta-mux", "csta-pbx-sim", "csta-tsp"];

/// How long something may take that takes a moment: a busy machine must not make tests fail.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// What gives a program a terminal.
const TERMINAL: &str = "script";

/// Where the programs are: this test is one folder below them.
pub(crate) fn folder() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.parent().and_then(Path::parent).unwrap().to_owned()
}

/// Sees to it that the programs are those of the sources.
pub(crate) fn check() {
    let advice = "build them first: cargo build --workspace --bins --all-features";
    let changed = |path: &Path| path.metadata().and_then(|metadata| metadata.modified());
    for program in PROGRAMS {
        let path = folder().join(program);
        let Ok(built) = changed(&path) else { panic!("{program} is not built; {advice}") };
        // Where cargo has not written them down, it was `cargo test` that made it, and for now.
        let sources = std::fs::read_to_string(path.with_extension("d")).unwrap_or_default();
        for source in sources.split_whitespace().skip(1) {
            let is_older = changed(Path::new(source)).is_ok_and(|source| source <= built);
            assert!(is_older, "{program} is older than {source}; {advice}");
        }
    }
}

/// A command that runs, and what it has shown; killed when dropped.
pub(crate) struct Running {
    pub(crate) command: String,
    child: Child,
    shown: Arc<Shown>,
}

#[derive(Default)]
struct Shown {
    state: Mutex<(Vec<u8>, bool)>,
    changed: Condvar,
}

impl Running {
    /// Starts what a shell makes of a command, in a folder, the programs being known by their names.
    pub(crate) fn start(command: &str, folder: &Path) -> Self {
        let is_table = command.starts_with("csta-tsp ") && command.contains(" watch");
        // The live table needs a terminal.
        let in_terminal =
            format!("{TERMINAL} -qfec 'stty rows 40 cols 120; exec {command}' /dev/null");
        let command = if is_table { &in_terminal } else { command };
        let is_simple = !command.contains(['|', '&', ';', '<', '>', '\n', '(']);
        let exec = if is_simple || is_table { "exec " } else { "" };
        let path = std::env::var("PATH").unwrap();
        let mut shell = Command::new("sh");
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(|name| name.starts_with("CSTA_")) {
                shell.env_remove(name);
            }
        }
        let mut child = shell
            .args(["-c", &format!("exec 2>&1\n{exec}{command}")])
            .current_dir(folder)
            .env("PATH", format!("{}:{path}", folder.join("usr/local/bin").display()))
            .env("STATE_DIRECTORY", folder.join("var/lib/csta-mux"))
            .env("NO_COLOR", "1")
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let shown = Arc::new(Shown::default());
        let (mut stdout, kept) = (child.stdout.take().unwrap(), Arc::clone(&shown));
        thread::spawn(move || {
            let mut octets = [0; 4096];
            while let Ok(count @ 1..) = stdout.read(&mut octets) {
                kept.state.lock().unwrap().0.extend_from_slice(&octets[..count]);
                kept.changed.notify_all();
            }
            kept.state.lock().unwrap().1 = true;
            kept.changed.notify_all();
        });
        Self { command: command.to_owned(), child, shown }
    }

    /// Waits until what it has shown is as wanted, or nothing comes any more; says whether it is.
    pub(crate) fn wait_until(&self, is_wanted: impl Fn(&str) -> bool) -> bool {
        let begin = Instant::now();
        let mut state = self.shown.state.lock().unwrap();
        loop {
            if is_wanted(&String::from_utf8_lossy(&state.0)) {
                return true;
            }
            let left = PATIENCE.saturating_sub(begin.elapsed());
            if state.1 || left.is_zero() {
                return false;
            }
            state = self.shown.changed.wait_timeout(state, left).unwrap().0;
        }
    }

    pub(crate) fn shown(&self) -> String {
        String::from_utf8_lossy(&self.shown.state.lock().unwrap().0).into_owned()
    }

    pub(crate) fn has_ended(&self) -> bool {
        self.shown.state.lock().unwrap().1
    }

    pub(crate) fn type_in(&mut self, text: &str) {
        let stdin = self.child.stdin.as_mut().unwrap();
        stdin.write_all(text.as_bytes()).and_then(|()| stdin.flush()).unwrap();
    }

    /// Nothing more is typed; how it ends.
    pub(crate) fn end(&mut self) -> Result<ExitStatus, String> {
        drop(self.child.stdin.take());
        self.wait_until(|_| false);
        if !self.has_ended() {
            return Err(format!("has not ended within {PATIENCE:?}"));
        }
        self.child.wait().map_err(|error| error.to_string())
    }

    /// Ends it as Ctrl-C or an init system does, or by the key of the live table.
    pub(crate) fn stop(mut self) -> Result<(), String> {
        if self.command.starts_with(TERMINAL) {
            self.type_in("q");
        } else {
            // One that has ended by itself has to have done so well, too.
            let group = format!("-{}", self.child.id());
            let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        }
        let status = self.end();
        let what = |how: &str| format!("{} {how}:\n{}", self.command, self.shown());
        match status {
            Err(how) => Err(what(&how)),
            // Programs that are not of this repository end as they like.
            Ok(status) if status.success() || !is_own(&self.command) => Ok(()),
            Ok(status) => Err(what(&format!("was told to end, and did with {status}"))),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if !self.has_ended() {
            let group = format!("-{}", self.child.id());
            let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        }
        let _ = self.child.wait();
    }
}

fn is_own(command: &str) -> bool {
    command.split(' ').next().is_some_and(|first| PROGRAMS.contains(&first))
}
