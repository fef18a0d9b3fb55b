//! Any bytes as an instance: refused with a sentence, or matched with a proof that holds.
#![no_main]

use engine::match_files::{SolutionFile, parse_instance, parse_solution, unpack};
use engine::matching::{Control, Objective, solve, verify};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = unpack(bytes) else { return };
    let Ok(file) = parse_instance(&text) else { return };
    let Ok(instance) = file.to_instance() else { return };
    if instance.applicant_count() > 50 || instance.node_count() > 50 {
        return;
    }
    for objective in Objective::ALL {
        let solution = solve(&instance, objective, &Control::default()).expect("nobody stops it");
        verify(&instance, &solution).expect("every result verifies");
        let text =
            SolutionFile::of(&instance, &solution).to_json().expect("a result can be written");
        let again = parse_solution(&text).expect("what was written can be read");
        assert_eq!(again.to_solution(&instance).expect("it is about the same instance"), solution);
    }
});
