//! Any bytes as an instance and, after a line `---`, a claim about it: the verifier refuses it, or it is right.
#![no_main]

use engine::judge;
use engine::match_files::{parse_instance, parse_solution};
use engine::matching::verify;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((instance, claim)) =
        std::str::from_utf8(bytes).ok().and_then(|text| text.split_once("\n---\n"))
    else {
        return;
    };
    let Ok(file) = parse_instance(instance) else { return };
    let Ok(instance) = file.to_instance() else { return };
    if instance.applicant_count() > 50 || instance.node_count() > 50 {
        return;
    }
    let Ok(file) = parse_solution(claim) else { return };
    let Ok(claimed) = file.to_solution(&instance) else { return };
    if verify(&instance, &claimed).is_ok() {
        judge(&instance, &claimed);
    }
});
