/** What is written in pictures, in one language, in the order in which Rust reads it (`src/plot/words.rs`). */
export interface PictureWords {
}
