import { describe, expect, it } from "vitest";
import { normaliseServerUrl } from "../../../lib/opencode/url";

function urlOf(text: string): string {
  const result = normaliseServerUrl(text);
  return result.ok ? result.url : `refused: ${result.message}`;
}

describe("the address of a server", () => {
  it.each([
    ["http://127.0.0.1:4096", "http://127.0.0.1:4096"],
    ["http://127.0.0.1:4096/", "http://127.0.0.1:4096"],
    ["  http://127.0.0.1:4096///  ", "http://127.0.0.1:4096"],
    ["HTTPS://OpenCode.Example.COM", "https://opencode.example.com"],
    ["https://example.com:443", "https://example.com"],
    ["https://bücher.example", "https://xn--bcher-kva.example"],
  ])("with a scheme is kept: %s", (text, url) => {
    expect(urlOf(text)).toBe(url);
  });

  it.each([
    ["localhost:4096", "http://localhost:4096"],
    ["dev.localhost:4096", "http://dev.localhost:4096"],
    ["192.168.1.20:4096", "http://192.168.1.20:4096"],
    ["172.31.0.9:4096", "http://172.31.0.9:4096"],
    ["100.101.102.103:4096", "http://100.101.102.103:4096"],
    ["workstation:4096", "http://workstation:4096"],
    ["nas.local", "http://nas.local"],
    ["nas.local:443", "https://nas.local"],
  ])("without a scheme is http on this machine and private networks: %s", (text, url) => {
    expect(urlOf(text)).toBe(url);
  });

  it.each([
    ["opencode.example.com", "https://opencode.example.com"],
    ["opencode.example.com:8443/code", "https://opencode.example.com:8443/code"],
    ["172.32.0.9:4096", "https://172.32.0.9:4096"],
    ["box.tail1234.ts.net", "https://box.tail1234.ts.net"],
  ])("without a scheme is https in public: %s", (text, url) => {
    expect(urlOf(text)).toBe(url);
  });

  it.each([
    ["localhost", "http://localhost:4096"],
    ["127.0.0.1", "http://127.0.0.1:4096"],
    ["::1", "http://[::1]:4096"],
    ["4096", "http://127.0.0.1:4096"],
    [":5000", "http://127.0.0.1:5000"],
    ["0.0.0.0:4096", "http://127.0.0.1:4096"],
    ["http://0.0.0.0:4096", "http://127.0.0.1:4096"],
    ["http://[::]:4096", "http://[::1]:4096"],
    ["http://localhost", "http://localhost"],
  ])("on this machine has OpenCode's port unless a scheme says otherwise: %s", (text, url) => {
    expect(urlOf(text)).toBe(url);
  });

  it.each([
    ["[::1]:4096", "http://[::1]:4096"],
    ["::1:4096", "http://[::1]:4096"],
    ["http://[::1]:4096/", "http://[::1]:4096"],
    ["http://::1:4096", "http://[::1]:4096"],
    ["fe80::1", "http://[fe80::1]"],
    ["[fd00::12]:4096", "http://[fd00::12]:4096"],
    ["2001:DB8:0:0::1", "https://[2001:db8::1]"],
    ["[::ffff:127.0.0.1]:4096", "http://[::ffff:7f00:1]:4096"],
  ])("can be IPv6, with or without brackets: %s", (text, url) => {
    expect(urlOf(text)).toBe(url);
  });

  it.each([
    ["https://example.com/code/", "https://example.com/code"],
    ["https://example.com/Team/API/", "https://example.com/Team/API"],
    ["https://example.com/code?tab=1#top", "https://example.com/code"],
    ["localhost:4096?x=1", "http://localhost:4096"],
    ["https://example.com/session-host/x", "https://example.com/session-host/x"],
  ])("keeps the path of a reverse proxy and drops the rest: %s", (text, url) => {
    expect(urlOf(text)).toBe(url);
  });

  it.each([
    [`http://localhost:4096/${btoa("/home/ada/shop")}/session/ses_e027abe8dffe`, "http://localhost:4096"],
    [`https://example.com/code/${btoa("/home/ada/shop")}/session`, "https://example.com/code"],
    [`localhost:4096/${btoa("C:\\work\\shop").replaceAll("+", "-")}`, "http://localhost:4096"],
    ["localhost:4096/session/ses_1/message", "http://localhost:4096"],
    ["localhost:4096/global/health", "http://localhost:4096"],
    ["https://example.com/code/doc", "https://example.com/code"],
  ])("drops pages of the web UI and routes: %s", (text, url) => {
    expect(urlOf(text)).toBe(url);
  });

  it.each([
    ["http:localhost:4096", "http://localhost:4096"],
    ["http:/localhost:4096", "http://localhost:4096"],
    ["http//localhost:4096", "http://localhost:4096"],
    ["http:\\\\localhost:4096", "http://localhost:4096"],
    ["localhost:", "http://localhost:4096"],
  ])("survives slips of the keyboard: %s", (text, url) => {
    expect(urlOf(text)).toBe(url);
  });

  it.each([
    ["https://ada:p%40ss@example.com/code", "ada", "p@ss"],
    ["ada:a@b:c@example.com/code", "ada", "a@b:c"],
    ["ada:100%@example.com/code", "ada", "100%"],
    ["ada@example.com/code", "ada", undefined],
  ])("hands credentials over apart from the address: %s", (text, username, password) => {
    const result = normaliseServerUrl(text);
    expect(result).toMatchObject({ ok: true, url: "https://example.com/code", username });
    expect(result.ok ? result.password : "refused").toBe(password);
  });

  it.each([
    ["localhost:4096", true, true],
    ["https://127.0.0.2", true, false],
    ["[::1]:4096", true, true],
    ["192.168.1.20:4096", false, true],
    ["example.com", false, false],
    ["http://localhost.example.com", false, true],
    ["http://127.0.0.1.example.com", false, true],
  ])("knows what is loopback and what is unencrypted: %s", (text, isLoopback, isPlainHttp) => {
    expect(normaliseServerUrl(text)).toMatchObject({ ok: true, isLoopback, isPlainHttp });
  });

  it.each([
    ["", "Enter the server’s address"],
    ["   ", "Enter the server’s address"],
    ["ftp://example.com", "not ftp://"],
    ["file:///etc/passwd", "not file://"],
    ["chrome-extension://abc/page.html", "not chrome-extension://"],
    ["http://", "not an address"],
    ["javascript:alert(1)", "A port is a number"],
    ["hello world", "not an address"],
    ["what!", "not an address"],
    ["a..b", "not an address"],
    ["[::1", "not an address"],
    ["[zz]:4096", "not an address"],
    ["1:2:3", "not an address"],
    ["localhost:99999", "A port is a number"],
    ["localhost:0", "A port is a number"],
    ["localhost:http", "A port is a number"],
    ["256.1.1.1", "not an address"],
    ["//", "not an address"],
  ])("is refused with one sentence when it makes no sense: %s", (text, words) => {
    const result = normaliseServerUrl(text);
    expect(result.ok).toBe(false);
    expect(result.ok ? "" : result.message).toContain(words);
  });

  it("means the same when it is read again", () => {
    for (const text of ["localhost", "::1", "ada:x@example.com/code/", "4096", "nas.local:443"]) {
      expect(urlOf(urlOf(text))).toBe(urlOf(text));
    }
  });
});
