//! Façade of measures.
