import { ManyiError } from "./error.js";
import { fetched } from "./fetched.js";

/** The JSON of a file of the page. */
export async function fetchedJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetched(url, signal);
  try {
    return await response.json();
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ManyiError("not-json", `${url} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, null, { cause });
  }
}
