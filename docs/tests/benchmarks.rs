//! Figures and graphs are those that were measured last, and nothing that is measured is missing.
#![allow(clippy::unwrap_used, reason = "a test may fail that way")]

use std::fs;

use docs::{GraphError, Measurement, documents, figures, graphs, root, with_figures};

#[test]
fn documents_have_the_figures_that_were_measured_last() {
    for path in documents().unwrap() {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let fresh = with_figures(&text).unwrap();
        assert!(fresh == text, "{}: cargo run -p csta-docs -- draw", path.display());
    }
}

#[test]
fn graphs_are_drawn_of_what_was_measured_last() {
    for figure in figures() {
        for (name, svg) in graphs(figure).unwrap() {
            let path = root().join("docs/benchmarks").join(name).with_extension("svg");
            let drawn = fs::read_to_string(&path).unwrap();
            assert!(drawn == svg, "{name}: cargo run -p csta-docs -- draw");
        }
    }
}

#[test]
fn a_graph_of_a_table_whose_columns_have_other_names_is_an_error() {
    for figure in figures() {
        let measured = Measurement::load(figure.name).unwrap().text;
        let head = measured.lines().next().unwrap();
        let renamed = measured.replace(head, &head.replace("| ", "| other "));
        let rows = measured.lines().take(2).collect::<Vec<_>>().join("\n");
        for graph in figure.graphs {
            let error = graph.chart(&renamed).unwrap_err();
            assert!(matches!(error, GraphError::NoColumn(_)), "{}: {error}", graph.name);
            assert_eq!(graph.chart(&rows), Err(GraphError::NoBar), "{}", graph.name);
        }
    }
}

#[test]
fn what_is_measured_stands_in_benchmarks() {
    let text = fs::read_to_string(root().join("BENCHMARKS.md")).unwrap();
    for figure in figures() {
        let place = format!("<!-- figures: {} -->", figure.name);
        assert!(text.contains(&place), "BENCHMARKS.md has no {place}");
    }
}

#[test]
fn every_bench_of_the_workspace_is_measured() {
    let workspace = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let members = workspace.split("members = [").nth(1).unwrap().split(']').next().unwrap();
    let mut count = 0;
    for member in members.split('"').skip(1).step_by(2) {
        let manifest = fs::read_to_string(root().join(member).join("Cargo.toml")).unwrap();
        let string = |text: &str| text.split('"').nth(1).unwrap().to_owned();
        let package = string(manifest.split("name = ").nth(1).unwrap());
        for bench in manifest.split("[[bench]]").skip(1) {
            let command = format!("cargo bench -p {package} --bench {}", string(bench));
            let is_measured = figures().iter().any(|figure| figure.command.starts_with(&command));
            assert!(is_measured, "{command} is not among the figures");
            count += 1;
        }
    }
    assert!(count > 3, "{count}");
}
