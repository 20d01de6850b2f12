//! Scripts with short names and without what no browser needs, in a syntax that the phones know.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

use crate::Outcome;

/// The language of our classic scripts.
const TARGET: &str = "es2018";

/// A classic script, shorter. What it names at its top stays: other scripts of the page may use it.
pub(crate) fn minified(script: &str) -> Outcome<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, SourceType::script()).parse();
    if let Some(fault) = parsed.diagnostics.first() {
        return Err(format!("no script: {fault}"));
    }
    let mut program = parsed.program;
    let compress = CompressOptions {
        target: EngineTargets::from_target(TARGET)?,
        ..CompressOptions::default()
    };
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        mangle_properties: None,
        compress: Some(compress),
    };
    let made = Minifier::new(options).minify(&allocator, &mut program);
    let codegen = Codegen::new().with_options(CodegenOptions::minify());
    Ok(codegen.with_scoping(made.scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::minified;

    #[test]
    fn names_inside_become_short_and_those_at_the_top_stay() {
        let script = "let glue = (function (exports) {\n  // why\n  const longName = exports.kept;\n  return (other) => longName + other;\n})({});\n";
        let short = minified(script).expect("a script");
        assert!(
            short.starts_with("let glue=") && short.contains(".kept"),
            "{short}"
        );
        assert!(
            !short.contains("longName") && !short.contains("why"),
            "{short}"
        );
        assert!(minified("let = ;").is_err());
    }
}
