// IndexedDB, awaited.

/** What a request comes to. */
export function outcome<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the request failed"));
  });
}

/** Resolves when all that a transaction did is kept; where anything of it failed, nothing is. */
export function done(transaction: IDBTransaction): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("the transaction was given up"));
  });
  // Whoever waits hears of a failure; that of a request before it may have been told already.
  ended.catch(() => undefined);
  return ended;
}
