/** Tells on standard error how far something is: on a terminal in one line that changes, elsewhere a line for every tenth. */
export class Progress {
  readonly #name: string;
  readonly #total: number | null;
  readonly #terminal: boolean;
  readonly #told: boolean;
  #done = 0;
  #last = -1;

  /** `total` is in bytes; `null` where nobody knows. */
  constructor(name: string, total: number | null, { progress = false, quiet = false }: { progress?: boolean | undefined; quiet?: boolean | undefined }) {
    this.#name = name;
    this.#total = total;
    this.#terminal = process.stderr.isTTY === true;
    this.#told = !quiet && (progress || this.#terminal);
  }

  /** So many bytes more are done. */
  add(bytes: number): void {
    this.#done += bytes;
    if (!this.#told) return;
    // By tenths where lines stay; where nobody knows the whole, by 10 MB.
    const share = this.#total ? this.#done / this.#total : this.#done / 100e6;
    const step = Math.floor(share * (this.#terminal ? 100 : 10));
    if (step === this.#last) return;
    this.#last = step;
    const megabytes = `${(this.#done / 1e6).toFixed(1)} MB`;
    const line = `${this.#name}: ${this.#total ? `${Math.floor(100 * share)} % of ${(this.#total / 1e6).toFixed(1)} MB` : megabytes}`;
    process.stderr.write(this.#terminal ? `\r\x1b[K${line}` : `${line}\n`);
  }

  /** Nothing more comes. */
  end(): void {
    if (this.#told && this.#terminal && this.#last >= 0) process.stderr.write("\r\x1b[K");
  }
}
