//! What has been said of something that is tried again and again.

/// The last that was said, so that it is not said each time.
///
/// ```
/// let mut said = bus::Said::default();
/// assert!(said.is_news("no answer"));
/// assert!(!said.is_news("no answer"));
/// assert!(said.is_news("refused"));
/// said.forget();
/// assert!(said.is_news("refused"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Said(Option<String>);

impl Said {
    /// Whether this is another thing than the last.
    pub fn is_news(&mut self, text: &str) -> bool {
        let is_news = self.0.as_deref() != Some(text);
        if is_news {
            self.0 = Some(text.to_owned());
        }
        is_news
    }

    /// It has succeeded: whatever goes wrong next is news.
    pub fn forget(&mut self) {
        self.0 = None;
    }
}
