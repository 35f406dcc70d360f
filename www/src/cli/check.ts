import { called, load, survey, write } from "./files.js";
import { options } from "./options.js";

/** `manyi check SURVEY` */
export async function check(args: string[]): Promise<void> {
  const { values, positionals: [path = "-"] } = options(args, { json: { type: "boolean" }, out: { type: "string" } }, 1, 1, "one survey");
  load();
  const checked = survey(path);
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
  const questions = checked.pages.reduce((sum, page) => sum + page.questions.length, 0);
  const about = `${called(path)}: ${checked.id}, version ${checked.version}: ${count(checked.pages.length, "page")}, ${count(questions, "question")}, ${count(checked.attributes?.length ?? 0, "attribute")}`;
  write(values.out, values.json ? `${JSON.stringify(checked, null, 2)}\n` : `${about}\n`);
}
