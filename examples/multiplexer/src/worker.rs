//! Threads of which it can be waited that they have done all that was to be done.

use std::thread;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::timeout;

/// A thread that ends by itself when nobody can have anything more for it.
#[derive(Debug)]
pub(crate) struct Worker(oneshot::Receiver<()>);

impl Worker {
    /// Starts a thread.
    pub(crate) fn start(work: impl FnOnce() + Send + 'static) -> Self {
        let (working, ended) = oneshot::channel();
        thread::spawn(move || {
            // It goes with the thread, however that ends.
            let _working: oneshot::Sender<()> = working;
            work();
        });
        Self(ended)
    }

    /// Waits until it has ended, at most so long. Returns whether it has.
    pub(crate) async fn ended(self, limit: Duration) -> bool {
        timeout(limit, self.0).await.is_ok()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[tokio::test]
    async fn it_is_waited_for_until_it_has_done_all_and_no_longer_than_the_limit() {
        let (work, works) = channel::<()>();
        let worker = Worker::start(move || while works.recv().is_ok() {});
        assert!(!worker.ended(Duration::ZERO).await);
        drop(work);
        let (work, works) = channel::<()>();
        let (done, dones) = channel();
        let worker = Worker::start(move || works.into_iter().for_each(|()| done.send(()).unwrap()));
        (0..1000).for_each(|_| work.send(()).unwrap());
        drop(work);
        assert!(worker.ended(Duration::from_secs(60)).await);
        assert_eq!(dones.into_iter().count(), 1000);
    }
}
