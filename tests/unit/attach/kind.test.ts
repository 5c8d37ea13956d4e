import { describe, expect, it } from "vitest";
import { kindOf } from "../../../lib/attach/kind";

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const typeOf = (bytes: Uint8Array<ArrayBuffer>) => {
  const kind = kindOf(bytes);
  return kind?.type === "picture" ? kind.mime : kind?.type;
};

describe("what a file is", () => {
  it.each([
    ["\x89PNG\r\n\x1a\n\0\0", "image/png"],
    ["\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"],
    ["GIF89a\x01\0", "image/gif"],
    ["RIFF\x10\0\0\0WEBPVP8 ", "image/webp"],
    ["BM\x46\0\0\0\0\0\0\0\x36", "image/bmp"],
    ["\0\0\0\x1cftypavif", "image/avif"],
    ["\0\0\0\x18ftypheic", "image/heic"],
    ["%PDF-1.7\n\xe2\xe3", "pdf"],
    ["RIFF\x10\0\0\0WAVEfmt ", undefined],
    ["PK\x03\x04\x14\0", undefined],
    ["\x7fELF\x02\x01", undefined],
    ["\xff\xfeh\0i", undefined],
    ["caf\xe9", undefined],
  ])("%j is told by its bytes", (bytes, type) => expect(typeOf(latin(bytes))).toBe(type));

  it.each([
    "BMW drives",
    "GIF8",
    "%PD",
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "\u001b[31mred\u001b[0m",
    "Höhe\tund\r\nTiefe 🌊",
    "",
  ])("%j is a text", (text) => expect(kindOf(utf8(text))).toEqual({ type: "text", bytes: utf8(text) }));

  it("of a text in UTF-16 or with a mark at its beginning is the same text in UTF-8", () => {
    expect(kindOf(latin("\xff\xfeh\0\xf6\0"))).toEqual({ type: "text", bytes: utf8("hö") });
    expect(kindOf(latin("\xfe\xff\0h\0\xf6"))).toEqual({ type: "text", bytes: utf8("hö") });
    expect(kindOf(latin("\xef\xbb\xbfhi"))).toEqual({ type: "text", bytes: utf8("hi") });
  });
});
