//! What a block of a document asks for.

use docs::Block;

pub(crate) struct Step {
    pub(crate) line: usize,
    pub(crate) act: Act,
}

/// How a command shows what its document shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    Exactly,
    /// The lines of each paragraph in any order, sooner or later: on a busy machine the steps of a tour
    /// may overtake each other.
    InAnyOrder,
    /// Not at once, but when it is given again.
    Soon,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Act {
    Run { command: String, shown: Option<String>, how: How },
    Write { file: String, text: String },
    Type { program: String, text: String },
    Show { program: String, text: String },
}

/// What is to be done for a block; nothing where it shows something else.
pub(crate) fn steps(block: &Block) -> Result<Vec<Step>, String> {
    let text = || block.text.clone();
    if let Some((key, value)) = block.mark.as_deref().and_then(|mark| mark.split_once(':')) {
        let value = value.trim().to_owned();
        let act = match key {
            "not run" if value.is_empty() => return Err("it is not said why it is not run".into()),
            "not run" => return Ok(Vec::new()),
            "file" => Some(Act::Write { file: value, text: text() }),
            "typed into" => Some(Act::Type { program: value, text: text() }),
            "shown by" => Some(Act::Show { program: value, text: text() }),
            _ => None,
        };
        if let Some(act) = act {
            return Ok(vec![Step { line: block.line, act }]);
        }
    }
    match block.language.as_str() {
        "sh" => commands(block, None),
        "console" => commands(block, Some("$ ")),
        _ => Ok(Vec::new()),
    }
}

/// The commands, each with what it shows where there is a prompt.
fn commands(block: &Block, prompt: Option<&str>) -> Result<Vec<Step>, String> {
    let how = match block.mark.as_deref() {
        Some("in any order") => How::InAnyOrder,
        Some("soon") => How::Soon,
        _ => How::Exactly,
    };
    let mut steps: Vec<Step> = Vec::new();
    let mut lines = block.text.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        let Some(begin) = line.strip_prefix(prompt.unwrap_or("")) else {
            match steps.last_mut().map(|step| &mut step.act) {
                Some(Act::Run { shown, .. }) => {
                    let shown = shown.get_or_insert_with(String::new);
                    shown.push_str(line);
                    shown.push('\n');
                }
                _ => return Err(format!("{line:?} stands before the first command")),
            }
            continue;
        };
        if begin.trim().is_empty() || begin.starts_with('#') {
            continue;
        }
        let mut command = begin.to_owned();
        // A command goes on behind a backslash, and within quotation marks.
        while command.ends_with('\\') || shlex::split(&command).is_none() {
            let (_, more) = lines.next().ok_or_else(|| format!("{command:?} has no end"))?;
            match command.strip_suffix('\\') {
                Some(begun) => command = format!("{begun}{}", more.trim_start()),
                None => command = format!("{command}\n{more}"),
            }
        }
        let act = Act::Run { command, shown: None, how };
        steps.push(Step { line: block.line + 1 + index, act });
    }
    Ok(steps)
}

#[test]
fn commands_go_on_behind_backslashes_and_within_quotes() {
    let block = |language: &str, text: &str| Block {
        line: 1,
        language: language.to_owned(),
        mark: None,
        text: text.to_owned(),
    };
    let run = |command: &str, shown: Option<&str>| Act::Run {
        command: command.to_owned(),
        shown: shown.map(str::to_owned),
        how: How::Exactly,
    };
    let acts = |block| steps(&block).unwrap().into_iter().map(|step| step.act).collect::<Vec<_>>();
    let found = acts(block("console", "$ a \\\n    b\nx\n  y\n$ c 'd\ne'\n"));
    assert_eq!(found, [run("a b", Some("x\n  y\n")), run("c 'd\ne'", None)]);
    assert_eq!(acts(block("sh", "# why\na\n\nb\n")), [run("a", None), run("b", None)]);
    assert!(steps(&block("console", "x\n$ a\n")).is_err());
    assert!(acts(block("toml", "a = 1\n")).is_empty());
}
