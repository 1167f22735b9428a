//! Bars, as SVG.

use std::fmt::{self, Write as _};

/// Groups of bars beside the limit and what is to be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What is shown, and in which unit.
    pub title: String,
    /// The names of the bars of each group.
    pub series: Vec<String>,
    /// The groups, from top to bottom.
    pub groups: Vec<Group>,
    /// What is drawn through all groups, and what it is called.
    pub limit: Option<(f64, String)>,
}

/// The bars for one thing that was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What was measured.
    pub label: String,
    /// A bar for each series.
    pub bars: Vec<Option<Bar>>,
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// How long it is.
    pub value: f64,
    /// What was to be reached.
    pub target: Option<f64>,
}

const WIDTH: f64 = 760.0;
const LABELS: f64 = 250.0;
const VALUES: f64 = 60.0;
const HEAD: f64 = 58.0;
const BAR: f64 = 16.0;
const GAP: f64 = 12.0;
const FOOT: f64 = 30.0;

/// Colours for light and dark pages; the background is that of the page.
const STYLE: &str = "\
text{font:13px system-ui,-apple-system,'Segoe UI',sans-serif;fill:#1f2328}
.title{font-weight:600;font-size:14px}
.soft{fill:#59636e}
.limit{stroke:#59636e;stroke-width:1.5}
.target{stroke:#bc4c00;stroke-width:2;stroke-dasharray:3 2}
.s0{fill:#0969da}.s1{fill:#8250df}.s2{fill:#1a7f37}.s3{fill:#9a6700}
@media(prefers-color-scheme:dark){
text{fill:#e6edf3}.soft{fill:#9198a1}.limit{stroke:#9198a1}.target{stroke:#f0883e}
.s0{fill:#4493f8}.s1{fill:#ab7df8}.s2{fill:#3fb950}.s3{fill:#d29922}}
";

impl Chart {
    fn longest(&self) -> f64 {
        let bars = self.groups.iter().flat_map(|group| group.bars.iter().flatten());
        let values = bars.flat_map(|bar| [Some(bar.value), bar.target]);
        let limit = self.limit.as_ref().map(|(limit, _)| *limit);
        values.chain([limit]).flatten().fold(0.0, f64::max).max(f64::MIN_POSITIVE)
    }

    fn height(&self) -> f64 {
        let bars: usize = self.groups.iter().map(|group| group.bars.len()).sum();
        HEAD + bars as f64 * BAR + self.groups.len() as f64 * GAP + FOOT
    }
}

/// The text of the SVG file.
impl fmt::Display for Chart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let height = self.height();
        writeln!(
            f,
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">"#
        )?;
        writeln!(f, "<title>{}</title>\n<style>\n{STYLE}</style>", Escaped(&self.title))?;
        writeln!(f, r#"<text class="title" x="0" y="16">{}</text>"#, Escaped(&self.title))?;
        self.legend(f)?;
        let scale = (WIDTH - LABELS - VALUES) / self.longest();
        let limit = self.limit.as_ref().map(|(limit, _)| LABELS + limit * scale);
        let mut y = HEAD;
        for group in &self.groups {
            let middle = y + group.bars.len() as f64 * BAR / 2.0 + 3.0;
            let label = Escaped(&group.label);
            let end = LABELS - 10.0;
            writeln!(f, r#"<text x="{end}" y="{middle:.1}" text-anchor="end">{label}</text>"#)?;
            for (index, bar) in group.bars.iter().enumerate() {
                if let Some(bar) = bar {
                    bar.draw(f, index, y, scale, limit)?;
                }
                y += BAR;
            }
            y += GAP;
        }
        if let Some((limit, name)) = &self.limit {
            let x = LABELS + limit * scale;
            let (top, bottom, name) = (HEAD - 6.0, y, Escaped(name));
            writeln!(
                f,
                r#"<line class="limit" x1="{x:.1}" y1="{top}" x2="{x:.1}" y2="{bottom:.1}"/>"#
            )?;
            let below = bottom + 16.0;
            writeln!(
                f,
                r#"<text class="soft" x="{x:.1}" y="{below:.1}" text-anchor="middle">{name}</text>"#
            )?;
        }
        f.write_str("</svg>\n")
    }
}

impl Chart {
    fn legend(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut x = LABELS;
        for (index, name) in self.series.iter().enumerate() {
            writeln!(f, r#"<rect class="s{index}" x="{x:.1}" y="29" width="11" height="11"/>"#)?;
            let behind = x + 16.0;
            writeln!(f, r#"<text class="soft" x="{behind:.1}" y="39">{}</text>"#, Escaped(name))?;
            x += 34.0 + name.chars().count() as f64 * 7.0;
        }
        let bars = || self.groups.iter().flat_map(|group| group.bars.iter().flatten());
        if bars().any(|bar| bar.target.is_some()) {
            let (line, behind) = (x + 5.0, x + 14.0);
            writeln!(f, r#"<line class="target" x1="{line:.1}" y1="28" x2="{line:.1}" y2="41"/>"#)?;
            writeln!(f, r#"<text class="soft" x="{behind:.1}" y="39">to be reached</text>"#)?;
        }
        Ok(())
    }
}

impl Bar {
    fn draw(
        self,
        f: &mut fmt::Formatter<'_>,
        index: usize,
        y: f64,
        scale: f64,
        limit: Option<f64>,
    ) -> fmt::Result {
        let Self { value, target } = self;
        let (length, thick) = (value * scale, BAR - 3.0);
        writeln!(
            f,
            r#"<rect class="s{index}" x="{LABELS}" y="{y:.1}" width="{length:.1}" height="{thick}" rx="1.5"/>"#
        )?;
        let beyond = target.map_or(length, |target| length.max(target * scale));
        let (mut x, base) = (LABELS + beyond + 8.0, y + thick - 2.0);
        // The line of the limit does not go through the value.
        if let Some(limit) = limit.filter(|limit| (x - 4.0..x + 34.0).contains(limit)) {
            x = limit + 8.0;
        }
        writeln!(f, r#"<text x="{x:.1}" y="{base:.1}">{value:.2}</text>"#)?;
        if let Some(target) = target {
            let (x, top, bottom) = (LABELS + target * scale, y - 2.0, y + BAR - 1.0);
            writeln!(
                f,
                r#"<line class="target" x1="{x:.1}" y1="{top:.1}" x2="{x:.1}" y2="{bottom:.1}"/>"#
            )?;
        }
        Ok(())
    }
}

/// Text between tags.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            c => f.write_char(c),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_values_beside_the_limit() {
        let bar = |value, target| Some(Bar { value, target });
        let chart = Chart {
            title: "a & b".to_owned(),
            series: vec!["one".to_owned()],
            groups: vec![
                Group { label: "x".to_owned(), bars: vec![bar(1.0, None)] },
                Group { label: "y".to_owned(), bars: vec![bar(0.5, Some(0.6))] },
            ],
            limit: Some((1.0, "bare".to_owned())),
        };
        let svg = chart.to_string();
        for part in ["a &amp; b", r#"width="450.0""#, r#"width="225.0""#, r#"x1="520.0""#, "bare"] {
            assert!(svg.contains(part), "{part} is not in {svg}");
        }
    }
}
