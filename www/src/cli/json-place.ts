/** Where a text stops being JSON, counted from 1, and what is wrong there. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

const BLANK = /[ \t\n\r]*/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const PLAIN = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Finds the first place at which a text is no JSON; `null` where it is. */
export function jsonPlace(text: string): Place | null {
  // Of each list (]) and record (}) that is open, its end.
  const open: string[] = [];
  let at = 0;
  const taken = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found !== undefined;
  };
  const one = (character: string) => {
    taken(BLANK);
    if (text[at] !== character) return false;
    at++;
    return true;
  };
  const here = (problem: string): Place => {
    const before = text.slice(0, at).split(/\r\n|\n|\r/);
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, problem };
  };
  const wrong = (wanted: string) => {
    taken(BLANK);
    const found = at < text.length ? JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0)) : "the end";
    return here(`expected ${wanted}, found ${found}`);
  };
  const unended = () => (text[at] === '"' ? here("this text does not end on its line, or holds a control character or an unknown escape") : null);
  const name = () => {
    taken(BLANK);
    if (!taken(TEXT)) return unended() ?? wrong("a key in double quotes");
    return one(":") ? null : wrong('":" after the key');
  };
  for (;;) {
    // A value is to come; with it, the first of a list or record.
    if (one("{")) {
      if (!one("}")) {
        open.push("}");
        const problem = name();
        if (problem) return problem;
        continue;
      }
    } else if (one("[")) {
      if (!one("]")) {
        open.push("]");
        continue;
      }
    } else if (!taken(TEXT) && !taken(PLAIN)) return unended() ?? wrong("a value");
    // A value is done, and so may be what it is the last of.
    let end = open.at(-1);
    while (end !== undefined && one(end)) {
      open.pop();
      end = open.at(-1);
    }
    if (end === undefined) {
      taken(BLANK);
      return at === text.length ? null : wrong("nothing more");
    }
    if (!one(",")) return wrong(`"," or "${end}"`);
    const problem = end === "}" ? name() : null;
    if (problem) return problem;
  }
}
