//! Façade of pictures.
