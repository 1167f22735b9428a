//! JSON against a second implementation, both ways.
