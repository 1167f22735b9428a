//! The fenced blocks of a document.

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The number of the line with the fence, from 1.
    pub line: usize,
    /// What stands behind the fence: `sh`, `console`, `toml`, ...
    pub language: String,
    /// The comment in the line before, which readers of the document do not see: `<!-- this -->`.
    pub mark: Option<String>,
    /// The lines between the fences, without the indentation of the fence.
    pub text: String,
}

/// The fenced blocks of a document, in order.
#[must_use]
pub fn blocks(document: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut before = "";
    let mut lines = document.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        let Some(language) = line.trim_start().strip_prefix("```") else {
            if !line.trim().is_empty() {
                before = line;
            }
            continue;
        };
        let indent = line.len() - line.trim_start().len();
        let mut text = String::new();
        for (_, line) in lines.by_ref().take_while(|(_, line)| line.trim() != "```") {
            let blank = line.len() - line.trim_start().len();
            text.push_str(line.get(indent.min(blank)..).unwrap_or_default());
            text.push('\n');
        }
        let mark = before.trim().strip_prefix("<!--").and_then(|mark| mark.strip_suffix("-->"));
        let mark = mark.map(|mark| mark.trim().to_owned());
        blocks.push(Block { line: index + 1, language: language.to_owned(), mark, text });
        before = "";
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_have_their_language_mark_and_text() {
        let document =
            "a\n<!-- not run: why -->\n\n   ```sh\n   one\n     two\n   ```\n```\nx\n```\n";
        let found = blocks(document);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].line, found[0].language.as_str()), (4, "sh"));
        assert_eq!(found[0].mark.as_deref(), Some("not run: why"));
        assert_eq!(found[0].text, "one\n  two\n");
        assert_eq!((found[1].mark.as_deref(), found[1].text.as_str()), (None, "x\n"));
    }
}
