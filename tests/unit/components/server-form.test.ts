import { describe, expect, it } from "vitest";
import { draftOf, errorsOf, fieldsOf } from "../../../components/settings/server-form";
import type { ServerProfile } from "../../../lib/model";

const saved: ServerProfile = {
  id: "a",
  name: "Work",
  url: "https://opencode.example.com",
  username: "ada",
  hasPassword: true,
  headerNames: ["CF-Access-Client-Id"],
  enabled: true,
};

describe("the form of a server", () => {
  it("keeps a saved password and saved headers without knowing them", () => {
    expect(draftOf(fieldsOf(saved), saved)).toEqual({
      id: "a",
      name: "Work",
      url: "https://opencode.example.com",
      username: "ada",
      headers: [{ name: "CF-Access-Client-Id" }],
    });
  });

  it("replaces and clears a saved password", () => {
    const fields = fieldsOf(saved);
    expect(draftOf({ ...fields, password: "new", keepPassword: false }, saved)?.password).toBe("new");
    expect(draftOf({ ...fields, password: "", keepPassword: false }, saved)?.password).toBe("");
  });

  it("takes credentials out of the address", () => {
    const draft = draftOf(fieldsOf(undefined, "ada:secret@localhost:4096/"), undefined);
    expect(draft).toMatchObject({ url: "http://localhost:4096", username: "ada", password: "secret", name: "Local" });
  });

  it("leaves out header rows that nobody filled in, and refuses half of one", () => {
    const fields = fieldsOf(undefined, "localhost");
    const row = { name: "", value: "", saved: false };
    expect(draftOf({ ...fields, headers: [row] }, undefined)?.headers).toEqual([]);
    expect(errorsOf({ ...fields, headers: [{ ...row, name: "X-Team" }] }).headers).toContain("value");
    expect(errorsOf({ ...fields, headers: [{ ...row, name: "X Team", value: "1" }] }).headers).toContain("name");
  });

  it("says what is wrong with the address", () => {
    expect(errorsOf(fieldsOf(undefined, "what is this!")).address).toContain("not an address");
  });
});

describe("credentials over plain http", () => {
  const exposed = { ...fieldsOf(undefined, "http://192.168.1.20:4096"), password: "secret" };

  it("need the user's word before they go out", () => {
    expect(errorsOf(exposed).plainHttp).toBeDefined();
    expect(errorsOf({ ...exposed, acceptsPlainHttp: true })).toEqual({});
  });

  it("need it also when they are saved, in a header or in the address", () => {
    const bare = { ...exposed, password: "" };
    expect(errorsOf({ ...bare, keepPassword: true }).plainHttp).toBeDefined();
    expect(errorsOf({ ...bare, headers: [{ name: "X-Key", value: "1", saved: false }] }).plainHttp).toBeDefined();
    expect(errorsOf({ ...bare, address: "http://ada:secret@192.168.1.20:4096" }).plainHttp).toBeDefined();
  });

  it("are not asked about on this machine, over https, or when there are none", () => {
    expect(errorsOf({ ...exposed, address: "localhost:4096" })).toEqual({});
    expect(errorsOf({ ...exposed, address: "https://192.168.1.20:4096" })).toEqual({});
    expect(errorsOf({ ...exposed, password: "" })).toEqual({});
  });
});
