//! Who may have an association.

use std::future::Future;
use std::net::SocketAddr;

use csta_codec::acse::UserDiagnostic;

use crate::Login;

/// Decides who may have an association.
///
/// It may take its time, as a slow hash of passwords does: others are served meanwhile, and the
/// time limit of the request counts on.
///
/// ```
/// use std::collections::HashMap;
/// use std::net::SocketAddr;
///
/// use csta_client::{Authenticator, Login};
/// use csta_codec::acse::UserDiagnostic;
///
/// struct Users(HashMap<String, Login>);
///
/// impl Authenticator for Users {
///     async fn authenticate(
///         &self,
///         _from: SocketAddr,
///         login: Option<&Login>,
///     ) -> Result<(), UserDiagnostic> {
///         let login = login.ok_or(UserDiagnostic::AuthenticationRequired)?;
///         match self.0.get(&login.name) {
///             Some(known) if known.admits(login) => Ok(()),
///             _ => Err(UserDiagnostic::AuthenticationFailure),
///         }
///     }
/// }
/// ```
pub trait Authenticator: Send + Sync + 'static {
    /// Admits the application, or says with which diagnostic it is rejected.
    fn authenticate(
        &self,
        from: SocketAddr,
        login: Option<&Login>,
    ) -> impl Future<Output = Result<(), UserDiagnostic>> + Send;
}

/// Admits everybody who can connect, whatever the login, as Panasonic's switches do.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anybody;

impl Authenticator for Anybody {
    async fn authenticate(
        &self,
        _from: SocketAddr,
        _login: Option<&Login>,
    ) -> Result<(), UserDiagnostic> {
        Ok(())
    }
}

/// Admits those who send this very name and password.
impl Authenticator for Login {
    async fn authenticate(
        &self,
        _from: SocketAddr,
        login: Option<&Login>,
    ) -> Result<(), UserDiagnostic> {
        match login {
            Some(login) if self.admits(login) => Ok(()),
            Some(_) => Err(UserDiagnostic::AuthenticationFailure),
            None => Err(UserDiagnostic::AuthenticationRequired),
        }
    }
}
