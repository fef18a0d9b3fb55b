//! The slices. Each owns its tables, and another slice's rows change only through that slice's functions.

pub mod accounts;
