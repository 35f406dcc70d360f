/** The version of the package; a test holds it equal to package.json's and Cargo.toml's. */
export const version: string = "0.1.0";
