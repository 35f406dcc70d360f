import { ManyiError } from "./error.js";

/** A file of the page. What is not there is a `ManyiError` that names the address. */
export async function fetched(url: string, signal: AbortSignal): Promise<Response> {
  const address = new URL(url, document.baseURI).href;
  let response: Response;
  try {
    response = await fetch(address, { signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ManyiError("not-fetched", `${url} could not be fetched`, null, { cause });
  }
  if (!response.ok) throw new ManyiError("not-fetched", `${url} could not be fetched: the server answered ${response.status}`);
  // Many servers answer what they do not have with their front page.
  if (response.headers.get("content-type")?.startsWith("text/html")) throw new ManyiError("not-fetched", `${url} could not be fetched: the server answered with a web page`);
  return response;
}
