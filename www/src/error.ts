/** Bad input, or a failure of ours: a stable code, the place in the input, and a message for the person who wrote it. */
export class ManyiError extends Error {
  /** Tells it apart from other errors. */
  override readonly name = "ManyiError" as const;
  /** Stable, kebab-case: "unknown-key", "scale-out-of-range"; "internal" is a bug of ours. */
  readonly code: string;
  /** Where in the input, as a JSON path: "pages[0].questions[2].scale"; `null` when the input as a whole is meant. */
  readonly path: string | null;

  constructor(code: string, message: string, path?: string | null, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.path = path ?? null;
  }
}
