//! Hosts, and what is between them.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::{DuplexStream, duplex};
use tokio::sync::mpsc;
use tokio::time::sleep;

use super::Weather;
use super::carrier::{between, carry};
use super::condition::{Condition, Conditions};

/// How many connections wait to be accepted at most; further ones are refused.
const BACKLOG: usize = 128;

/// What an end buffers, in octets.
const BUFFER: usize = 1 << 14;

/// A network in memory: a handle to it, which can be cloned.
///
/// Between two hosts everything goes as the [`Weather`] says, until something goes wrong:
///
/// - [`part`](Self::part) and [`join`](Self::join): nothing arrives for a while. Connections stay,
///   and what was sent arrives in the end, unless an end gives up before.
/// - [`break_all`](Self::break_all): connections break, and both ends see it.
/// - [`lose_all`](Self::lose_all): nothing of the present connections arrives ever again, as when
///   a router forgets them. An end notices when it has sent something and given up.
///
/// What is by chance depends on the seed alone. When the last handle is dropped, all connections
/// break.
///
/// ```
/// use pbx_sim::lan::Lan;
/// use tokio::io::{AsyncReadExt, AsyncWriteExt};
///
/// # tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build()?.block_on(async {
/// let lan = Lan::new(7);
/// let mut pbx = lan.listen("pbx");
/// let mut application = lan.connect("desk", "pbx").await?;
/// let mut accepted = pbx.accept().await;
///
/// lan.part("desk", "pbx");
/// application.write_all(b"hello").await?;
/// lan.join("desk", "pbx");
/// let mut heard = [0; 5];
/// accepted.read_exact(&mut heard).await?;
/// assert_eq!(&heard, b"hello");
/// # Ok::<(), std::io::Error>(())
/// # })?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Lan(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    random: fastrand::Rng,
    listening: BTreeMap<String, mpsc::Sender<DuplexStream>>,
    between: BTreeMap<[String; 2], Conditions>,
}

/// A host that waits for connections. When it is dropped, they are refused.
#[derive(Debug)]
pub struct LanListener(mpsc::Receiver<DuplexStream>);

impl LanListener {
    /// The next connection.
    pub async fn accept(&mut self) -> DuplexStream {
        match self.0.recv().await {
            Some(stream) => stream,
            // Another one listens by the same name now.
            None => std::future::pending().await,
        }
    }
}

impl Lan {
    /// A network without hosts.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let random = fastrand::Rng::with_seed(seed);
        let (listening, between) = (BTreeMap::new(), BTreeMap::new());
        Self(Arc::new(Mutex::new(State { random, listening, between })))
    }

    /// Waits for connections to a host; whoever waited for them before does not any more.
    #[must_use]
    pub fn listen(&self, host: &str) -> LanListener {
        let (connections, accepted) = mpsc::channel(BACKLOG);
        self.state().listening.insert(host.to_owned(), connections);
        LanListener(accepted)
    }

    /// Connects a host to another. While they are [parted](Self::part), it takes as long.
    ///
    /// # Errors
    ///
    /// [`ConnectionRefused`](io::ErrorKind::ConnectionRefused) if nobody listens there, or too many
    /// wait to be accepted.
    ///
    /// # Panics
    ///
    /// Outside of a tokio runtime.
    pub async fn connect(&self, from: &str, to: &str) -> io::Result<DuplexStream> {
        let mut conditions = self.conditions(from, to, Conditions::watch);
        let joined = conditions.wait_for(|condition| !condition.is_parted).await;
        let weather = joined.map_err(|_| io::ErrorKind::NetworkDown)?.weather.clone();
        let random = self.state().random.fork();
        let (here, near) = duplex(BUFFER);
        let (far, there) = duplex(BUFFER);
        sleep(between(&weather.latency, &mut random.clone())).await;
        let refused = |why| io::Error::new(io::ErrorKind::ConnectionRefused, why);
        let state = self.state();
        let listening = state.listening.get(to).ok_or_else(|| refused("nobody listens there"))?;
        listening.try_send(there).map_err(|_| refused("nobody accepts connections there"))?;
        drop(state);
        let born = conditions.borrow().clone();
        tokio::spawn(carry(near, far, conditions, born, random));
        Ok(here)
    }

    /// Changes how it is between two hosts, for what is sent from now on.
    pub fn weather(&self, one: &str, other: &str, weather: Weather) {
        self.change(one, other, |condition| condition.weather = weather);
    }

    /// Nothing arrives between two hosts from now on.
    pub fn part(&self, one: &str, other: &str) {
        self.change(one, other, |condition| condition.is_parted = true);
    }

    /// What is sent between two hosts arrives again, and what was sent meanwhile, too.
    pub fn join(&self, one: &str, other: &str) {
        self.change(one, other, |condition| condition.is_parted = false);
    }

    /// Breaks the connections between two hosts: both ends see it at once.
    pub fn break_all(&self, one: &str, other: &str) {
        self.change(one, other, |condition| condition.breaks += 1);
    }

    /// Loses the connections between two hosts: nothing of them arrives any more, and nobody is
    /// told. New ones can be made.
    pub fn lose_all(&self, one: &str, other: &str) {
        self.change(one, other, |condition| condition.losses += 1);
    }

    fn change(&self, one: &str, other: &str, change: impl FnOnce(&mut Condition)) {
        self.conditions(one, other, |conditions| conditions.change(change));
    }

    fn conditions<T>(&self, one: &str, other: &str, with: impl FnOnce(&Conditions) -> T) -> T {
        let mut hosts = [one.to_owned(), other.to_owned()];
        hosts.sort_unstable();
        with(self.state().between.entry(hosts).or_default())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing here is left half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
