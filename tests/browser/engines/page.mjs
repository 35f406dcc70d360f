// A page as a person has it, whatever the engine: look, click, press keys, type, wait. Each engine's file gives the few things
// that only its own protocol can do:
//   goto(address), reload(), evaluate(text): the value of an expression, awaited,
//   press(key), type(text), clickAt(x, y), setFile(expression of the input, path), close().

const PATIENCE = 15_000;

export class Page {
  #driver;
  #address;
  #earlier = [];

  constructor(driver, address) {
    this.#driver = driver;
    this.#address = address;
  }

  /** Opens a page of the server. */
  async goto(path) {
    await this.#driver.goto(new URL(path, this.#address).href);
    await this.until(() => document.readyState === "complete");
  }

  async reload() {
    this.#earlier.push(...(await this.#complained()));
    await this.#driver.reload();
    await this.until(() => document.readyState === "complete");
  }

  /** Runs a function in the page, with arguments that JSON can carry; resolves to what it returns or resolves to. */
  evaluate(work, ...args) {
    return this.#driver.evaluate(`(${work})(...${JSON.stringify(args)})`);
  }

  press(key) {
    return this.#driver.press(key);
  }

  type(text) {
    return this.#driver.type(text);
  }

  /** Clicks with the pointer at the middle of an element, or where `at` says, in shares of its box; only what lies on top is hit. */
  async click(selector, { text = null, at = [0.5, 0.5] } = {}) {
    await this.shown(selector, text);
    const place = await this.evaluate(
      async (selector, text, [across, down]) => {
        const element = within(selector, text)[0];
        let box = null;
        // Where the page still moves, the pointer would come too late; what moved out of sight is brought back.
        for (let still = 0; still < 2; ) {
          const seen = box && box.bottom > 0 && box.top < innerHeight;
          if (!seen) element.scrollIntoView({ block: "center", behavior: "instant" });
          await new Promise(requestAnimationFrame);
          const now = element.getBoundingClientRect();
          still = seen && now.x === box.x && now.y === box.y ? still + 1 : 0;
          box = now;
        }
        const x = box.x + box.width * across;
        const y = box.y + box.height * down;
        let hit = document.elementFromPoint(x, y);
        while (hit?.shadowRoot?.elementFromPoint(x, y) && hit !== hit.shadowRoot.elementFromPoint(x, y)) hit = hit.shadowRoot.elementFromPoint(x, y);
        return { x, y, free: element === hit || element.contains(hit), hit: hit?.outerHTML.slice(0, 120) ?? null };
      },
      selector, text, at,
    );
    if (!place.free) throw new Error(`${selector} is covered by ${place.hit}`);
    await this.#driver.clickAt(Math.round(place.x), Math.round(place.y));
  }

  /** Puts a choice into a select, as its menu does: the menus themselves are outside the page. */
  choose(selector, value) {
    return this.evaluate(
      (selector, value) => {
        const [select] = within(selector);
        select.value = value;
        if (select.value !== value) throw new Error(`${selector} has no ${value}`);
        select.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        select.dispatchEvent(new Event("change", { bubbles: true }));
      },
      selector, value,
    );
  }

  /** Gives a file of this machine to a file input. */
  async setFile(selector, path) {
    await this.shown(selector);
    await this.#driver.setFile(`within(${JSON.stringify(selector)})[0]`, path);
  }

  /** Waits until something in the page is true, and resolves to it. */
  async until(work, ...args) {
    for (const end = Date.now() + PATIENCE; ; ) {
      const value = await this.evaluate(work, ...args);
      if (value) return value;
      if (Date.now() > end) throw new Error(`never true in the page: ${work} of ${JSON.stringify(args)}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Waits for an element, with this text where one is given. */
  shown(selector, text = null) {
    return this.until((selector, text) => typeof within === "function" && within(selector, text).some((element) => element.getClientRects().length > 0), selector, text);
  }

  count(selector, text = null) {
    return this.evaluate((selector, text) => within(selector, text).length, selector, text);
  }

  text(selector) {
    return this.evaluate((selector) => within(selector)[0].textContent.trim(), selector);
  }

  /** Everything a healthy page has none of: errors and warnings, uncaught errors, files that did not load, refusals of the policy. */
  async complaints() {
    return [...this.#earlier, ...(await this.#complained())];
  }

  #complained() {
    return this.evaluate(() => globalThis.complaints ?? ["the page has no ear for complaints"]);
  }

  close() {
    return this.#driver.close();
  }
}
