import { describe, expect, it } from "vitest";
import { fromDataUrl, toDataUrl } from "../../../lib/attach/data-url";

describe("bytes in an address", () => {
  it.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000])("are the same again: %d of them", (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7 + 3) % 256);
    const url = toDataUrl("image/png", bytes);
    expect(url === `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`).toBe(true);
    const { mime, bytes: again = new Uint8Array([0]) } = fromDataUrl(url) ?? {};
    expect(mime).toBe("image/png");
    expect(Buffer.from(again).equals(bytes)).toBe(true);
  });

  it.each([
    ["data:text/plain;charset=utf-8,h%C3%B6", { mime: "text/plain", text: "hö" }],
    ["data:text/plain;charset=utf-8;base64,aMO2", { mime: "text/plain", text: "hö" }],
    ["DATA:text/markdown,a,b\nc", { mime: "text/markdown", text: "a,b\nc" }],
    ["data:,x", { mime: "text/plain", text: "x" }],
  ])("are read from %j", (url, { mime, text }) => {
    expect(fromDataUrl(url)).toEqual({ mime, bytes: new TextEncoder().encode(text) });
  });

  it.each(["", "data:image/png", "data:image/png;base64,?", "data:text/plain,%E0%A4%A", "file:///a.png"])(
    "are not in %j",
    (url) => expect(fromDataUrl(url)).toBeUndefined(),
  );
});
