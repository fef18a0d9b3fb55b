//! One believable month.

pub mod companies;
pub mod files;
pub mod keys;
pub mod moments;
pub mod people;
