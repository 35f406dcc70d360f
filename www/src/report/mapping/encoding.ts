/** What the first bytes of a file are kept in; `null` for UTF-8. `chinese` decides where the bytes alone do not. */
export function encodingOf(head: Uint8Array, chinese: boolean): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  // The head may end in the middle of a character.
  if (reads(head, "utf-8")) return null;
  // Spreadsheets that speak Chinese write GB 18030, those that write Latin letters Windows-1252, which reads any bytes.
  return (chinese || mostlyChinese(head)) && reads(head, "gb18030") ? "gb18030" : "windows-1252";
}

function reads(head: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Letters beyond ASCII come in pairs of bytes in Chinese, and alone in Latin. */
function mostlyChinese(head: Uint8Array): boolean {
  const text = new TextDecoder("gb18030").decode(head, { stream: true });
  const chinese = text.match(/[\u4e00-\u9fff]{2}/g)?.length ?? 0;
  return chinese > 0 && chinese * 2 >= (text.match(/[^\x00-\x7f]/g)?.length ?? 0) / 2;
}
