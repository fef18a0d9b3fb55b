//! Any bytes as a solution of one instance: refused, or right.
#![no_main]

use engine::judge;
use engine::match_files::{parse_instance, parse_solution, unpack};
use engine::matching::verify;
use libfuzzer_sys::fuzz_target;

const INSTANCE: &str = include_str!("../../tests/bench_matching/example.json");

fuzz_target!(|bytes: &[u8]| {
    let instance = parse_instance(INSTANCE).expect("the example is well formed");
    let instance = instance.to_instance().expect("the example can be run");
    let Ok(text) = unpack(bytes) else { return };
    let Ok(file) = parse_solution(&text) else { return };
    let Ok(claimed) = file.to_solution(&instance) else { return };
    if verify(&instance, &claimed).is_ok() {
        judge(&instance, &claimed);
    }
});
