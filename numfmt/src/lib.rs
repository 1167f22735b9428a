//! Phone-number rules.
