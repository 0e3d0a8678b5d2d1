/** Values under keys that outlive a reload of the tablet's page. */
export interface KioskStore<Value> {
  readonly put: (id: string, value: Value) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly list: () => Promise<readonly Value[]>;
}

const databaseName = 'koebako-kiosk';
const keyId = 'key';

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly body: ArrayBuffer;
}

const createEmptyStore = <Value>(): KioskStore<Value> => ({
  put: () => Promise.reject(new Error('this browser cannot keep anything')),
  remove: async () => {},
  list: async () => [],
});

/**
 * Opens the store in the browser's IndexedDB. Values are encrypted (AES-GCM) under a key that the browser holds
 * and never gives out. Where it cannot encrypt (plain http) or store, nothing is written and every `put` fails:
 * the caller's own memory is all there is.
 */
export async function openKioskStore<Value>(): Promise<KioskStore<Value>> {
  const nothing = createEmptyStore<Value>();
  if (globalThis.crypto?.subtle === undefined || globalThis.indexedDB === undefined) return nothing;
  try {
    const database = await openDatabase();
    const key = await findOrMakeKey(database);
    return createStore<Value>(database, key);
  } catch {
    return nothing;
  }
}

function createStore<Value>(database: IDBDatabase, key: CryptoKey): KioskStore<Value> {
  const answers = (mode: IDBTransactionMode) =>
    database.transaction('answers', mode, { durability: 'strict' }).objectStore('answers');
  return {
    async put(id, value) {
      const sealed = await seal(key, value);
      await done(answers('readwrite').put(sealed, id));
    },
    async remove(id) {
      await done(answers('readwrite').delete(id));
    },
    async list() {
      const all: readonly Sealed[] = await done(answers('readonly').getAll());
      return Promise.all(all.map((sealed) => open<Value>(key, sealed)));
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('answers');
    request.result.createObjectStore('keys');
  };
  return done(request);
}

async function findOrMakeKey(database: IDBDatabase): Promise<CryptoKey> {
  const keys = (mode: IDBTransactionMode) => database.transaction('keys', mode).objectStore('keys');
  const found: CryptoKey | undefined = await done(keys('readonly').get(keyId));
  if (found) return found;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await done(keys('readwrite').put(key, keyId));
  return key;
}

async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, body: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text) };
}

async function open<Value>(key: CryptoKey, { iv, body }: Sealed): Promise<Value> {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, body);
  return JSON.parse(new TextDecoder().decode(text)) as Value;
}

/** The result of a request once its whole transaction is written, or at once for one that only reads. */
function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const { transaction } = request;
      if (transaction?.mode !== 'readwrite') return resolve(request.result);
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
