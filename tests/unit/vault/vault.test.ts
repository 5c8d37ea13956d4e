import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Sealed, seal, unseal, VaultError } from "../../../lib/vault";

const CONTEXT = "profile:7c9e:password";
const SECRET = "correct horse battery staple – ключ 🔑";

/** Every value of every store, with the text of all strings and bytes in it. */
async function dumpDatabase(): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      values.push(...rows);
    }
    database.close();
  }
  return values;
}

function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => "no failure",
    (error: unknown) => (error instanceof VaultError ? error.cause : error),
  );
}

function flipFirstByte(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
  return bytes.toString("base64");
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("a sealed secret", () => {
  test.each([SECRET, "", "a".repeat(200_000), "\uFEFFwith a byte order mark", "line\r\nbreaks\0"])(
    "opens to exactly what was sealed (%#)",
    async (plain) => {
      expect(await unseal(await seal(plain, CONTEXT), CONTEXT)).toBe(plain);
    },
  );

  test("survives storage as JSON", async () => {
    const stored: Sealed = JSON.parse(JSON.stringify(await seal(SECRET, CONTEXT)));
    expect(stored).toEqual({ v: 1, key: expect.any(String), iv: expect.any(String), data: expect.any(String) });
    expect(await unseal(stored, CONTEXT)).toBe(SECRET);
  });

  test("holds neither the plain text nor its encodings, and neither does the key store", async () => {
    const sealed = await seal(SECRET, CONTEXT);
    const bytes = Buffer.concat([Buffer.from(sealed.iv, "base64"), Buffer.from(sealed.data, "base64")]);
    const everything = JSON.stringify([sealed, await dumpDatabase()]) + bytes.toString("latin1");
    for (const word of ["correct horse", "staple", Buffer.from(SECRET).toString("base64").slice(0, 12)]) {
      expect(everything).not.toContain(word);
    }
  });

  test("never looks the same twice", async () => {
    const [one, two] = await Promise.all([seal(SECRET, CONTEXT), seal(SECRET, CONTEXT)]);
    expect(one.iv).not.toBe(two.iv);
    expect(one.data).not.toBe(two.data);
    expect(Buffer.from(one.iv, "base64")).toHaveLength(12);
  });

  test("does not open in another place", async () => {
    const sealed = await seal(SECRET, CONTEXT);
    expect(await failure(unseal(sealed, "profile:0000:password"))).toBe("tampered");
  });

  test.each(["iv", "data"] as const)("does not open when its %s was changed", async (field) => {
    const sealed = await seal(SECRET, CONTEXT);
    expect(await failure(unseal({ ...sealed, [field]: flipFirstByte(sealed[field]) }, CONTEXT))).toBe("tampered");
  });

  test("does not open when it was cut short", async () => {
    const sealed = await seal(SECRET, CONTEXT);
    expect(await failure(unseal({ ...sealed, data: "" }, CONTEXT))).toBe("tampered");
    expect(await failure(unseal({ ...sealed, data: sealed.data.slice(0, 8) }, CONTEXT))).toBe("tampered");
  });

  test("is refused as tampered when it is no sealed record", async () => {
    const nonsense: Sealed = JSON.parse('{"v":2,"key":"k","iv":"AA==","data":"AA=="}');
    expect(await failure(unseal(nonsense, CONTEXT))).toBe("tampered");
  });
});

describe("the key of the device", () => {
  test("cannot be exported", async () => {
    await seal(SECRET, CONTEXT);
    const keys = (await dumpDatabase()).flatMap((row) =>
      typeof row === "object" && row !== null && "kept" in row ? [row.kept] : [],
    );
    expect(keys).toEqual([{ wrapping: "device", key: expect.any(CryptoKey) }]);
    const [{ key }] = keys as [{ key: CryptoKey }];
    expect(key).toMatchObject({ extractable: false, algorithm: { name: "AES-GCM", length: 256 } });
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  });

  test("is one, whoever asks first: contexts that start at once open each other's secrets", async () => {
    vi.resetModules();
    const background = await import("../../../lib/vault");
    vi.resetModules();
    const panel = await import("../../../lib/vault");
    expect(background.seal).not.toBe(panel.seal);
    const sealed = await Promise.all(
      [background, panel, background, panel].map((vault) => vault.seal(SECRET, CONTEXT)),
    );
    expect(new Set(sealed.map(({ key }) => key)).size).toBe(1);
    for (const one of sealed) {
      expect(await background.unseal(one, CONTEXT)).toBe(SECRET);
      expect(await panel.unseal(one, CONTEXT)).toBe(SECRET);
    }
  });

  test("being lost is told apart from tampering, and new secrets can be sealed after it", async () => {
    const old = await seal(SECRET, CONTEXT);
    globalThis.indexedDB = new IDBFactory();
    expect(await failure(unseal(old, CONTEXT))).toBe("key-lost");
    const again = await seal(SECRET, CONTEXT);
    expect(await unseal(again, CONTEXT)).toBe(SECRET);
    expect(await failure(unseal(old, CONTEXT))).toBe("key-lost");
  });

  test("says that it is unavailable when the key store cannot be opened", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
      const request = new IDBFactory().open(name, version);
      queueMicrotask(() => request.onerror?.(new Event("error")));
      return request;
    });
    expect(await failure(seal(SECRET, CONTEXT))).toBe("unavailable");
  });

  test("wrapped in a way this version does not know counts as locked", async () => {
    const sealed = await seal(SECRET, CONTEXT);
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("opencode-nexus-vault");
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction("keys", "readwrite");
    transaction.objectStore("keys").put({ id: sealed.key, createdAt: 0, kept: { wrapping: "passphrase" } }, sealed.key);
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
    expect(await failure(unseal(sealed, CONTEXT))).toBe("locked");
  });
});
