//! Who is let in.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Instant;

use csta_client::{Authenticator, Login};
use csta_codec::acse::UserDiagnostic;
use rustc_hash::FxHashSet;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::attempts::Attempts;
use super::password::{self, LONGEST};
use super::verified::Verified;
use super::{PasswordError, Users, hash_password};
use crate::config::UserSettings;

/// How many passwords are verified at once: each takes a processor for tens of milliseconds, and
/// 19 MiB.
const AT_ONCE: usize = 2;

/// The longest name of a user, in octets: no user has a longer one.
pub(super) const LONGEST_NAME: usize = 256;

/// How many addresses and how many names are remembered.
const REMEMBERED: usize = 4096;

/// Decides who is let in: the users, and how often somebody may be wrong.
///
/// Wrong passwords are limited by address and by user, so that neither many users from one address
/// nor one user from many addresses can be tried. A user can still log in from where it has
/// logged in before while others try its name.
#[derive(Debug)]
pub struct Gate {
    users: RwLock<Arc<Users>>,
    verifying: Semaphore,
    /// What passwords of unknown users are compared with, so that the time does not tell that
    /// they are unknown.
    nobody: String,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    verified: Verified,
    by_address: Attempts<IpAddr>,
    by_name: Attempts<String>,
    /// Who has logged in from where.
    known: FxHashSet<(String, IpAddr)>,
}

/// Why somebody is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// No name and password were sent, and they are required.
    #[error("it did not log in, which is required here")]
    NoLogin,
    /// Its name is longer than that of any user.
    #[error("the name has more than {LONGEST_NAME} octets, which no user's has")]
    LongName,
    /// The name or the password is wrong.
    #[error("the user is unknown or the password is wrong")]
    Wrong,
    /// Too many were wrong before.
    #[error("too many wrong passwords came from this address; the next one is looked at later")]
    TooManyFromAddress,
    /// Too many were wrong before.
    #[error("too many wrong passwords came for this user; the next one is looked at later")]
    TooManyForUser,
}

impl Refusal {
    /// What the application is told.
    #[must_use]
    pub const fn diagnostic(self) -> UserDiagnostic {
        match self {
            Self::NoLogin => UserDiagnostic::AuthenticationRequired,
            // Whether it was looked at is not told.
            Self::LongName | Self::Wrong | Self::TooManyFromAddress | Self::TooManyForUser => {
                UserDiagnostic::AuthenticationFailure
            }
        }
    }
}

impl Gate {
    /// A gate for these users.
    ///
    /// # Errors
    ///
    /// If the system has no random numbers.
    pub fn new(users: Users, settings: &UserSettings) -> Result<Self, PasswordError> {
        let attempts = (settings.attempts, settings.attempt_interval);
        let no_random = || PasswordError::Hash("there are no random numbers".to_owned());
        Ok(Self {
            users: RwLock::new(Arc::new(users)),
            verifying: Semaphore::new(AT_ONCE),
            nobody: hash_password("nobody")?,
            state: Mutex::new(State {
                verified: Verified::new().ok_or_else(no_random)?,
                by_address: Attempts::new(attempts.0, attempts.1, REMEMBERED),
                by_name: Attempts::new(attempts.0, attempts.1, REMEMBERED),
                known: FxHashSet::default(),
            }),
        })
    }

    /// The users.
    #[must_use]
    pub fn users(&self) -> Arc<Users> {
        Arc::clone(&self.users.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Lets these users in from now on.
    pub fn set_users(&self, users: Users) {
        self.state().verified.retain(|name| users.by_name(name).is_some());
        *self.users.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(users);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Verifies a name and a password that came from an address.
    ///
    /// # Errors
    ///
    /// Why they do not let in.
    pub async fn verify(&self, from: IpAddr, login: &Login) -> Result<(), Refusal> {
        let from = network(from);
        if login.name.len() > LONGEST_NAME {
            return Err(Refusal::LongName);
        }
        let users = self.users();
        let hash = users.by_name(&login.name).map(|user| user.password_hash.as_str());
        if self.state().is_verified(from, login, hash)? {
            return Ok(());
        }
        // Closed never, so that there is no error.
        let _turn = self.verifying.acquire().await;
        // Others had their turn meanwhile.
        if self.state().is_verified(from, login, hash)? {
            return Ok(());
        }
        let is_right = login.password.len() <= LONGEST && {
            let (password, hash) =
                (login.password.clone(), hash.unwrap_or(&self.nobody).to_owned());
            spawn_blocking(move || password::verify(&password, &hash)).await.unwrap_or(false)
        };
        let mut state = self.state();
        match hash {
            Some(hash) if is_right => {
                state.verified.remember(&login.name, &login.password, hash);
                state.admitted(from, &login.name);
                Ok(())
            }
            _ => {
                let now = Instant::now();
                state.by_address.failed(now, from);
                state.by_name.failed(now, login.name.clone());
                Err(Refusal::Wrong)
            }
        }
    }
}

impl State {
    /// Whether a login is one that was verified before.
    ///
    /// # Errors
    ///
    /// If it must not even be looked at: the answer would come fast enough to guess by it.
    fn is_verified(
        &mut self,
        from: IpAddr,
        login: &Login,
        hash: Option<&str>,
    ) -> Result<bool, Refusal> {
        let now = Instant::now();
        if !self.by_address.allows(now, &from) {
            return Err(Refusal::TooManyFromAddress);
        }
        let is_known = self.known.contains(&(login.name.clone(), from));
        if !is_known && !self.by_name.allows(now, &login.name) {
            return Err(Refusal::TooManyForUser);
        }
        let is_verified =
            hash.is_some_and(|hash| self.verified.knows(&login.name, &login.password, hash));
        if is_verified {
            self.admitted(from, &login.name);
        }
        Ok(is_verified)
    }

    fn admitted(&mut self, from: IpAddr, name: &str) {
        if self.known.len() >= REMEMBERED {
            self.known.clear();
        }
        self.known.insert((name.to_owned(), from));
    }
}

/// What counts as one address: with IPv6, whoever has one has all of the same 64 bits.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (!0 << 64))),
        address => address,
    }
}

/// The gate as one port has it.
#[derive(Clone, Debug)]
pub struct Admission {
    /// Who is let in.
    pub gate: Arc<Gate>,
    /// Whether a login is required. One that is sent is always verified.
    pub is_login_required: bool,
    /// Whether nobody on the way can read the password.
    pub is_encrypted: bool,
}

impl Authenticator for Admission {
    async fn authenticate(
        &self,
        from: SocketAddr,
        login: Option<&Login>,
    ) -> Result<(), UserDiagnostic> {
        let verified = match login {
            Some(login) => self.gate.verify(from.ip(), login).await,
            None if self.is_login_required => Err(Refusal::NoLogin),
            None => return Ok(()),
        };
        let user = login.map(|login| login.name.as_str());
        // Anybody can send one that is far too long for a log.
        let user = user.filter(|user| user.len() <= LONGEST_NAME);
        if user.is_some() && !self.is_encrypted {
            tracing::warn!(%from, user, "a password came without TLS: it can be read on the way");
        }
        verified.map_err(|refusal| {
            tracing::warn!(%from, user, reason = %refusal, "an application is not let in");
            refusal.diagnostic()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::User;
    use super::*;
    use crate::Access;

    const HERE: IpAddr = IpAddr::V6(Ipv6Addr::LOCALHOST);

    fn elsewhere(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    fn login(name: &str, password: &str) -> Login {
        Login { name: name.to_owned(), password: password.to_owned() }
    }

    fn user(password: &str) -> User {
        User { password_hash: hash_password(password).unwrap(), access: Arc::new(Access::full()) }
    }

    fn gate() -> Gate {
        let users = [("admin".to_owned(), user("opensesame"))].into_iter().collect();
        Gate::new(users, &UserSettings { attempts: 3, ..UserSettings::default() }).unwrap()
    }

    #[tokio::test]
    async fn only_the_right_password_of_a_user_lets_in() {
        let gate = gate();
        let right = login("admin", "opensesame");
        assert_eq!(gate.verify(HERE, &right).await, Ok(()));
        assert_eq!(gate.verify(HERE, &login("admin", "admin")).await, Err(Refusal::Wrong));
        assert_eq!(gate.verify(HERE, &login("root", "opensesame")).await, Err(Refusal::Wrong));
        assert_eq!(gate.verify(HERE, &right).await, Ok(()), "the second time by the cache");
    }

    #[tokio::test]
    async fn a_name_that_no_user_can_have_is_not_kept() {
        let gate = gate();
        let long = login(&"x".repeat(LONGEST_NAME + 1), "guess");
        assert_eq!(gate.verify(HERE, &long).await, Err(Refusal::LongName));
        assert_eq!(gate.state().by_name.len(), 0);
        let longest = login(&"x".repeat(LONGEST_NAME), "guess");
        assert_eq!(gate.verify(HERE, &longest).await, Err(Refusal::Wrong));
    }

    #[tokio::test]
    async fn an_address_that_guesses_is_not_looked_at_any_more() {
        let gate = gate();
        for guess in ["a", "b", "c"] {
            assert_eq!(gate.verify(HERE, &login("admin", guess)).await, Err(Refusal::Wrong));
        }
        let right = login("admin", "opensesame");
        assert_eq!(gate.verify(HERE, &right).await, Err(Refusal::TooManyFromAddress));
        assert_eq!(gate.verify(HERE, &login("x", "")).await, Err(Refusal::TooManyFromAddress));
    }

    #[tokio::test]
    async fn a_user_is_not_guessed_from_many_addresses_and_not_shut_out_either() {
        let gate = gate();
        let right = login("admin", "opensesame");
        assert_eq!(gate.verify(elsewhere(1), &right).await, Ok(()));
        for last in 2..5 {
            let guess = login("admin", "guess");
            assert_eq!(gate.verify(elsewhere(last), &guess).await, Err(Refusal::Wrong));
        }
        assert_eq!(gate.verify(elsewhere(5), &right).await, Err(Refusal::TooManyForUser));
        assert_eq!(gate.verify(elsewhere(1), &right).await, Ok(()), "from where it was before");
    }

    #[tokio::test]
    async fn a_thousand_who_come_back_at_once_do_not_wait_for_a_thousand_hashes() {
        let gate = Arc::new(gate());
        let logins = (0..1000).map(|_| {
            let gate = Arc::clone(&gate);
            async move { gate.verify(HERE, &login("admin", "opensesame")).await }
        });
        let all = futures::future::join_all(logins).await;
        assert!(all.iter().all(Result::is_ok));
    }

    #[tokio::test]
    async fn a_changed_password_counts_at_once() {
        let gate = gate();
        assert_eq!(gate.verify(HERE, &login("admin", "opensesame")).await, Ok(()));
        gate.set_users([("admin".to_owned(), user("another"))].into_iter().collect());
        assert_eq!(gate.verify(HERE, &login("admin", "opensesame")).await, Err(Refusal::Wrong));
        assert_eq!(gate.verify(HERE, &login("admin", "another")).await, Ok(()));
    }

    #[tokio::test]
    async fn a_login_that_is_sent_is_verified_where_none_is_required() {
        let admission = |is_login_required| Admission {
            gate: Arc::new(gate()),
            is_login_required,
            is_encrypted: false,
        };
        let from = SocketAddr::new(HERE, 1);
        let wrong = login("admin", "admin");
        let optional = admission(false);
        assert_eq!(optional.authenticate(from, None).await, Ok(()));
        let failure = Err(UserDiagnostic::AuthenticationFailure);
        assert_eq!(optional.authenticate(from, Some(&wrong)).await, failure);
        let required = admission(true);
        let missing = Err(UserDiagnostic::AuthenticationRequired);
        assert_eq!(required.authenticate(from, None).await, missing);
    }

    #[test]
    fn addresses_of_one_ipv6_network_count_as_one() {
        let one: IpAddr = "2001:db8::1".parse().unwrap();
        let other: IpAddr = "2001:db8::ffff:0:0:2".parse().unwrap();
        assert_eq!(network(one), network(other));
        assert_ne!(network(one), network("2001:db8:0:1::1".parse().unwrap()));
        assert_eq!(network("::ffff:192.0.2.1".parse().unwrap()), elsewhere(1));
    }
}
