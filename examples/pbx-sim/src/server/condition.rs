//! What the connections must know of the switch.

use std::pin::pin;

use tokio::sync::watch;

/// What the connections must know of the switch.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Condition {
    /// Nothing is read and written.
    pub(super) is_frozen: bool,
    /// There is no switch at present.
    pub(super) is_down: bool,
    /// Connections of an earlier one are broken.
    pub(super) generation: u32,
    /// An application is associated.
    pub(super) is_associated: bool,
}

/// Serves a connection as the condition of the switch allows. `None`: it broke.
pub(super) async fn under<F: Future>(
    mut condition: watch::Receiver<Condition>,
    connection: F,
) -> Option<F::Output> {
    let Condition { is_down, generation, .. } = *condition.borrow_and_update();
    if is_down {
        return None;
    }
    let mut connection = pin!(connection);
    loop {
        let Condition { is_frozen, generation: present, .. } = *condition.borrow_and_update();
        if present != generation {
            return None;
        }
        tokio::select! {
            biased;
            changed = condition.changed() => changed.ok()?, // no switch any more
            output = &mut connection, if !is_frozen => return Some(output),
        }
    }
}
