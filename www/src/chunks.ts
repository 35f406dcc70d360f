/** The most bytes read at a time. */
const ROOM = 1 << 19;

/**
 * A file chunk by chunk, read by the browser while the last chunk is used. A chunk is gone when the next one is asked for: where the browser
 * can, it reads into the same room again.
 */
export async function* chunks(file: Blob): AsyncGenerator<Uint8Array, void> {
  const { next, cancel } = reading(file.stream());
  try {
    for (let { done, value } = await next(); !done && value; { done, value } = await next()) yield value;
  } finally {
    void cancel().catch(() => undefined);
  }
}

interface Reading {
  next(): Promise<{ done: boolean; value?: Uint8Array<ArrayBuffer> | undefined }>;
  cancel(): Promise<void>;
}

function reading(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Reading {
  let room = new ArrayBuffer(ROOM);
  try {
    const reader = stream.getReader({ mode: "byob" });
    return {
      next: async () => {
        const read = await reader.read(new Uint8Array(room));
        if (read.value) room = read.value.buffer;
        return read;
      },
      cancel: () => reader.cancel(),
    };
  } catch {
    const reader = stream.getReader();
    return { next: () => reader.read(), cancel: () => reader.cancel() };
  }
}
