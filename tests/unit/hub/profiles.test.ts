import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ProfileDraft } from "../../../lib/bridge/calls/servers";
import { createProfiles, toView } from "../../../lib/hub/profiles";
import { resetBrowser, stored } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

const SECRET = "correct horse battery staple";
const TOKEN = "a-token-for-the-proxy";
const draft = (fields: Partial<ProfileDraft> = {}): ProfileDraft => ({
  name: "Work",
  url: "https://opencode.example.org/",
  username: "ada",
  password: SECRET,
  headers: [{ name: "CF-Access-Client-Secret", value: TOKEN }],
  ...fields,
});

async function saved(fields?: Partial<ProfileDraft>) {
  const profiles = createProfiles();
  await profiles.load();
  const profile = await profiles.put(draft(fields), 1);
  return { profiles, profile, id: profile.id };
}

describe("a saved profile", () => {
  it("holds no secret, neither plain nor merely encoded, at rest or in what the panel sees", async () => {
    const { profile } = await saved();
    for (const shown of [await stored(), toView(profile)]) {
      for (const secret of [SECRET, TOKEN, `ada:${SECRET}`]) {
        const encoded = Buffer.from(secret);
        for (const form of [secret, encodeURIComponent(secret), encoded.toString("base64"), encoded.toString("hex")]) {
          expect(JSON.stringify(shown)).not.toContain(form);
        }
      }
    }
    expect(toView(profile)).toMatchObject({ hasPassword: true, headerNames: ["CF-Access-Client-Secret"] });
  });

  it("opens its secrets again after a restart", async () => {
    const { id } = await saved();
    const next = createProfiles();
    await next.load();
    expect(await next.endpoint(id)).toEqual({
      url: "https://opencode.example.org",
      username: "ada",
      password: SECRET,
      headers: { "CF-Access-Client-Secret": TOKEN },
    });
  });

  it("keeps the secrets that a change leaves alone", async () => {
    const { profiles, id } = await saved();
    const { password: _, ...rest } = draft();
    await profiles.put({ ...rest, id, name: "Renamed", headers: [{ name: "CF-Access-Client-Secret" }] }, 2);
    expect(await profiles.endpoint(id)).toMatchObject({
      password: SECRET,
      headers: { "CF-Access-Client-Secret": TOKEN },
    });
  });

  it("loses the password that is emptied and the headers that are left out", async () => {
    const { profiles, id } = await saved();
    await profiles.put(draft({ id, password: "", headers: [] }), 2);
    expect(await profiles.endpoint(id)).toEqual({ url: "https://opencode.example.org", username: "ada", headers: {} });
    expect(profiles.all()).toHaveLength(1);
  });

  it("can be tried with a draft's secrets, and with the saved ones where the draft has none", async () => {
    const { profiles, id } = await saved();
    const { password: _, ...rest } = draft({ id, headers: [{ name: "CF-Access-Client-Secret" }] });
    expect(await profiles.draftEndpoint(rest)).toMatchObject({
      password: SECRET,
      headers: { "CF-Access-Client-Secret": TOKEN },
    });
    expect(await profiles.draftEndpoint(draft({ id, password: "other" }))).toMatchObject({ password: "other" });
    expect(await profiles.draftEndpoint(draft({ id, password: "" }))).not.toHaveProperty("password");
  });

  it("says that its secret cannot be read when this device's key is gone", async () => {
    const { id } = await saved();
    globalThis.indexedDB = new IDBFactory();
    const next = createProfiles();
    await next.load();
    await expect(next.endpoint(id)).rejects.toMatchObject({ fault: { kind: "secret-unreadable" } });
  });

  it("with a sealed secret from another profile does not open it", async () => {
    const { profiles, id } = await saved();
    const other = await profiles.put(draft({ name: "Other" }), 2);
    const raw = (await stored()) as { profiles: { v: number; data: { id: string; password?: unknown }[] } };
    const swapped = raw.profiles.data.map((row) => (row.id === other.id ? { ...row, id } : row));
    const { browser } = await import("wxt/browser");
    await browser.storage.local.set({ profiles: { v: 1, data: swapped.slice(1) } });
    const next = createProfiles();
    await next.load();
    await expect(next.endpoint(id)).rejects.toMatchObject({ fault: { kind: "secret-unreadable" } });
  });

  it("that is gone is not found", async () => {
    const { profiles, id } = await saved();
    await profiles.remove(id);
    await expect(profiles.endpoint(id)).rejects.toMatchObject({ fault: { kind: "not-found" } });
    expect(await stored()).toEqual({ profiles: { v: 1, data: [] } });
  });
});

describe("a draft", () => {
  it.each([
    "Authorization",
    "host",
    "Cookie",
    "Content-Length",
    "content-type",
    "accept",
    "",
    "two words",
    "naïve",
    "a:b",
    "x\ny",
  ])("with the header %j is refused with the reason", async (name) => {
    const profiles = createProfiles();
    await profiles.load();
    const refused = profiles.put(draft({ headers: [{ name, value: "v" }] }), 1);
    await expect(refused).rejects.toMatchObject({ fault: { kind: "rejected-input" } });
    expect(await stored()).toEqual({});
  });

  it.each(["", "   ", "http://", "ftp://example.org", "a b"])("with the address %j is refused", async (url) => {
    const profiles = createProfiles();
    await profiles.load();
    await expect(profiles.put(draft({ url }), 1)).rejects.toMatchObject({ fault: { kind: "rejected-input" } });
    await expect(profiles.draftEndpoint(draft({ url }))).rejects.toMatchObject({ fault: { kind: "rejected-input" } });
  });

  it("without a name is called by its host", async () => {
    const { profile } = await saved({ name: "  " });
    expect(profile.name).toBe("opencode.example.org");
  });

  it.each(["Authorization", "two words", "x\ny"])("is not tried with the header %j either", async (name) => {
    const profiles = createProfiles();
    await profiles.load();
    const tried = profiles.draftEndpoint(draft({ headers: [{ name, value: "v" }] }));
    await expect(tried).rejects.toMatchObject({ fault: { kind: "rejected-input" } });
  });

  it.each(["two\nlines", "ключ", "nul\u0000"])(
    "with a header's value that cannot be sent is refused without telling it",
    async (value) => {
      const profiles = createProfiles();
      await profiles.load();
      const bad = draft({ headers: [{ name: "X-Key", value }] });
      for (const refused of [profiles.draftEndpoint(bad), profiles.put(bad, 1)]) {
        const error: unknown = await refused.catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ fault: { kind: "rejected-input" } });
        expect(JSON.stringify(error) + String(error)).not.toContain(value);
      }
    },
  );
});
