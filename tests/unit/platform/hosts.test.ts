import { beforeEach, describe, expect, test, vi } from "vitest";
import { dropHost, hasHost, hostPattern, requestHost } from "../../../lib/platform/hosts";

const { permissions, runtime } = vi.hoisted(() => ({
  permissions: { contains: vi.fn(), request: vi.fn(), remove: vi.fn() },
  runtime: { getManifest: () => ({ host_permissions: ["http://127.0.0.1/*"] }) },
}));
vi.mock("wxt/browser", () => ({ browser: { permissions, runtime } }));

beforeEach(() => {
  for (const method of Object.values(permissions)) method.mockReset().mockResolvedValue(true);
});

test.each([
  ["http://127.0.0.1:4096", "http://127.0.0.1/*"],
  ["https://code.example.org/base/path?x#y", "https://code.example.org/*"],
  ["http://[::1]:4096/", "http://[::1]/*"],
  ["http://[FD00:0::1]:80", "http://[fd00::1]/*"],
  ["https://BÜCHER.example:8443", "https://xn--bcher-kva.example/*"],
  ["https://me:secret@host.example", "https://host.example/*"],
])("%s is granted by %s", (url, pattern) => {
  expect(hostPattern(url)).toBe(pattern);
});

test.each(["ftp://host.example", "file:///etc/passwd", "chrome://settings", "not an address"])(
  "%s has no pattern",
  (url) => {
    expect(() => hostPattern(url)).toThrow(TypeError);
  },
);

describe("access to a host", () => {
  test("is asked about and requested by its pattern alone", async () => {
    expect(await hasHost("https://a.example:1/x")).toBe(true);
    expect(permissions.contains).toHaveBeenCalledExactlyOnceWith({ origins: ["https://a.example/*"] });
    expect(await requestHost("https://a.example:1/x")).toBe(true);
    expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: ["https://a.example/*"] });
  });

  test("is requested before anything is waited for, as the browser demands", () => {
    void requestHost("https://a.example");
    expect(permissions.request).toHaveBeenCalledOnce();
  });

  test("is given back, but not what the manifest requires", async () => {
    expect(await dropHost("https://a.example")).toBe(true);
    expect(permissions.remove).toHaveBeenCalledExactlyOnceWith({ origins: ["https://a.example/*"] });
    expect(await dropHost("http://127.0.0.1:4096")).toBe(false);
    expect(permissions.remove).toHaveBeenCalledOnce();
  });
});
