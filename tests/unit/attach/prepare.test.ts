import { describe, expect, it } from "vitest";
import { unreadBy, whyUnread } from "../../../components/composer/attach/readable";
import { ownName } from "../../../components/composer/attach/take";
import { PDF_LIMIT, TEXT_FILE_LIMIT } from "../../../lib/attach/limits";
import { prepare } from "../../../lib/attach/prepare";
import type { Attachment, Medium, Model } from "../../../lib/model";

const model = (reads?: Medium[]): Model => ({
  id: "m",
  providerId: "p",
  name: "Tides",
  contextLimit: 0,
  reasoning: false,
  tools: true,
  variants: [],
  ...(reads ? { reads } : {}),
});
const file = (name: string, mime: string): Attachment => ({ id: name, name, mime, size: 1 });

describe("a file", () => {
  it("of words is sent as text, whatever its type", async () => {
    const prepared = await prepare(new File(["const a = 1;"], "a.ts", { type: "video/mp2t" }));
    expect(prepared).toEqual({ mime: "text/plain", bytes: new TextEncoder().encode("const a = 1;") });
  });

  it.each([
    ["empty", ""],
    ["unknown-kind", "\0\x01\x02"],
    ["text-too-large", "x".repeat(TEXT_FILE_LIMIT + 1)],
    ["pdf-too-large", `%PDF-1.4${"x".repeat(PDF_LIMIT)}`],
  ])("is refused as %s", async (refusal, content) => expect(await prepare(new Blob([content]))).toBe(refusal));

  it("that cannot be read, as a folder, is refused", async () => {
    const folder = { size: 4096, arrayBuffer: () => Promise.reject(new DOMException("", "NotFoundError")) };
    expect(await prepare(folder as unknown as Blob)).toBe("unreadable");
  });

  it.each([
    ["image.png", [], "image.png"],
    ["image.png", ["image.png"], "image 2.png"],
    ["image.png", ["image.png", "image 2.png"], "image 3.png"],
    ["Makefile", ["Makefile"], "Makefile 2"],
    ["a.tar.gz", ["a.tar.gz"], "a.tar 2.gz"],
    [".env", [".env"], ".env 2"],
    ["", [], "file"],
  ])("called %j beside %j is called %j", (name, held, own) => {
    expect(
      ownName(
        name,
        held.map((one) => ({ name: one })),
      ),
    ).toBe(own);
  });
});

describe("what a model cannot read", () => {
  const picture = file("a.png", "image/png");
  const paper = file("a.pdf", "application/pdf");
  const text = file("a.txt", "text/plain");

  it("is known by what the server says of it, and by nothing else", () => {
    expect(unreadBy(model(["image"]), picture)).toBeUndefined();
    expect(unreadBy(model(["image"]), paper)).toBe("PDFs");
    expect(unreadBy(model([]), picture)).toBe("pictures");
    expect(unreadBy(model([]), text)).toBeUndefined();
    expect(unreadBy(model(), picture)).toBeUndefined();
    expect(unreadBy(undefined, picture)).toBeUndefined();
  });

  it("is said together with what to do", () => {
    expect(whyUnread(model(["image"]), [picture, paper, text])).toBe(
      "Tides does not read PDFs. Choose another model, or remove “a.pdf”.",
    );
    expect(whyUnread(model([]), [picture, paper])).toBe(
      "Tides does not read pictures and PDFs. Choose another model, or remove the 2 files.",
    );
    expect(whyUnread(model([]), [text])).toBeUndefined();
  });
});
