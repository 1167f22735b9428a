//! Whether the switch may be had.

use tokio::sync::watch;

/// What is to be done about the association with the switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// It is wanted: keep it up.
    Have,
    /// It is to be released in good order.
    Release,
    /// It is to be aborted at once.
    Abort,
}

/// Says whether the switch may be had, and hears when it is let go.
#[derive(Debug)]
pub(crate) struct Permit {
    wish: watch::Sender<Wish>,
    in_use: watch::Receiver<bool>,
}

/// The other end of a [`Permit`].
#[derive(Clone, Debug)]
pub(crate) struct Permission {
    wish: watch::Receiver<Wish>,
    in_use: watch::Sender<bool>,
}

/// A permit that begins with a wish, and its other end.
pub(crate) fn permit(wish: Wish) -> (Permit, Permission) {
    let (wishes, wished) = watch::channel(wish);
    let (used, in_use) = watch::channel(false);
    (Permit { wish: wishes, in_use }, Permission { wish: wished, in_use: used })
}

#[cfg_attr(not(feature = "nats"), expect(dead_code, reason = "only a standby has other wishes"))]
impl Permit {
    /// Wants it to be otherwise.
    pub(crate) fn set(&self, wish: Wish) {
        self.wish.send_replace(wish);
    }

    /// Waits until the switch is let go: there is no connection to it, nor an attempt to make one.
    pub(crate) async fn let_go(&mut self) {
        // Without the task of the link there is none.
        let _ = self.in_use.wait_for(|in_use| !in_use).await;
    }
}

impl Permission {
    /// What is wanted at present.
    pub(super) fn wish(&self) -> Wish {
        *self.wish.borrow()
    }

    /// Waits until the switch may be had, and says that it is in use. If nobody decides about it any
    /// more, it is not to be had.
    pub(super) async fn granted(&mut self) -> bool {
        loop {
            if self.wish.wait_for(|wish| *wish == Wish::Have).await.is_err() {
                return false;
            }
            self.in_use.send_replace(true);
            // Whoever has another wish meanwhile sees that it is in use, or it is seen here.
            if self.wish() == Wish::Have {
                return true;
            }
            self.in_use.send_replace(false);
        }
    }

    /// Says that the switch is not in use.
    pub(super) fn free(&self) {
        self.in_use.send_replace(false);
    }

    /// Waits until it is wanted otherwise than the one who asks has seen, which may be so already.
    pub(super) async fn changed(&mut self, seen: Wish) -> Wish {
        let other = self.wish.wait_for(|wish| *wish != seen).await.map(|wish| *wish);
        match other {
            Ok(wish) => wish,
            Err(_) => std::future::pending().await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_wish_that_changes_before_it_is_asked_for_is_not_missed() {
        let (permit, mut permission) = permit(Wish::Have);
        assert!(permission.granted().await);
        permit.set(Wish::Release);
        assert_eq!(permission.changed(Wish::Have).await, Wish::Release);
        permit.set(Wish::Abort);
        assert_eq!(permission.changed(Wish::Release).await, Wish::Abort);
    }
}
