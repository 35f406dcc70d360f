/** Hands a file to the reader, as the browser hands over any download. */
export function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of the content once the click is through.
  setTimeout(() => URL.revokeObjectURL(url));
}
