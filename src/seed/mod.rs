//! One believable month, told by the same acts that people's presses call.

pub mod files;
