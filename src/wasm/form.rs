//! Façade of form.
