//! The code on the slip says what it was given, to a decoder that others wrote.

use onetrip_widget::slip::modules;
use proptest::prelude::*;
use quircs::{Code, EccLevel};

/// The text in a code, and its side.
fn read(modules: &[u8]) -> (String, usize) {
    let (side, modules) = modules.split_first().expect("there is a code");
    let mut code = Code {
        size: i32::from(*side),
        ..Code::default()
    };
    assert_eq!(modules.len(), usize::from(*side) * usize::from(*side));
    for (at, _) in modules.iter().enumerate().filter(|(_, dark)| **dark == 1) {
        code.cell_bitmap[at / 8] |= 1 << (at % 8);
    }
    let data = code.decode().expect("it can be decoded");
    assert!(data.ecc_level != EccLevel::L, "paper gets folded");
    (
        String::from_utf8(data.payload).expect("it is text"),
        usize::from(*side),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_encoded_is_decoded(text in "https://[a-z.]{1,20}/([0-9A-Za-z._#-]|文){1,300}") {
        prop_assert_eq!(read(&modules(&text)).0, text);
    }
}

#[test]
fn the_smallest_code_that_fits_is_taken() {
    for (length, side) in [
        (1, 21),
        (14, 21),
        (15, 25),
        (106, 41),
        (107, 45),
        (2331, 177),
    ] {
        let text = "x".repeat(length);
        assert_eq!(read(&modules(&text)), (text, side));
    }
}

#[test]
fn no_text_and_too_much_text_give_no_code() {
    assert!(modules("").is_empty());
    for length in [2332, 3000, 100_000] {
        assert!(modules(&"x".repeat(length)).is_empty());
    }
}
