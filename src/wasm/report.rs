//! Façade of report.
