/** One IndexedDB of this browser with its stores, opened when it is first needed. */

/**
 * @param stores by name; without a key path the key is given with each value
 * @returns `run` does one request in a transaction of its own, `edit` changes a value so that page and service worker may
 * work on it at once
 */
export function database<Name extends string>(
  name: string,
  stores: Record<Name, IDBObjectStoreParameters | undefined>,
) {
  let opened: Promise<IDBDatabase> | null = null;
  const open = (): Promise<IDBDatabase> => {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        for (const store in stores) request.result.createObjectStore(store, stores[store]);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return opened;
  };

  async function run<T>(
    store: Name,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const transaction = (await open()).transaction(store, mode);
    const request = work(transaction.objectStore(store));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  }

  /** @returns the value as it is now, or null when it is gone */
  async function edit<T>(store: Name, key: string, change: (value: T) => void): Promise<T | null> {
    let result: T | null = null;
    await run(store, 'readwrite', (objects) => {
      const read: IDBRequest<T | undefined> = objects.get(key);
      read.onsuccess = () => {
        if (!read.result) return;
        result = read.result;
        change(result);
        objects.put(result, ...(stores[store] ? [] : [key]));
      };
      return read;
    });
    return result;
  }

  return { run, edit };
}
