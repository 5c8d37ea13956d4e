import { describe, expect, test } from "vitest";
import { FaultError } from "../../../lib/model";
import { filePath } from "../../../lib/opencode/file-url";
import type { Http } from "../../../lib/opencode/http";
import { createFiles } from "../../../lib/opencode/v1/files";

/** A server that answers each route and query with what is written for it, and with an error of its own else [measured]. */
function serverOf(answers: Record<string, unknown>, cursors: Record<string, string> = {}) {
  const get: Http["get"] = async (path, { query = {} } = {}) => {
    const { directory: _, limit: _l, ...rest } = query;
    const asked = Object.values(rest).filter((value) => value !== undefined);
    const name = [path, ...asked].join(" ");
    if (!(name in answers)) throw new FaultError({ kind: "server-fault" });
    const headers = new Headers(cursors[name] ? { "x-next-cursor": cursors[name] } : {});
    return { body: answers[name], headers };
  };
  return createFiles({ get } as Http, () => undefined);
}

const node = (name: string, type = "file") => ({ name, path: name, absolute: `/w/${name}`, type, ignored: false });
const empty = { type: "text", content: "" };

describe("a path", () => {
  const server = serverOf({
    "/file/content a.ts": { type: "text", content: "a" },
    "/file/content empty.ts": empty,
    "/file/content gone.ts": empty,
    "/file/content odd/gone.ts": empty,
    "/file/content odd.bin": { type: "binary", content: "AAEC//4ACQ==", encoding: "base64" },
    "/file/content dot.png": { type: "binary", content: "iVBO", encoding: "base64", mimeType: "image/png" },
    "/file/content tide.pdf": { type: "binary", content: "JVBERi0xLjQ=", encoding: "base64" },
    "/file .": [node("a.ts"), node("empty.ts"), node("odd", "directory"), node("locked.ts")],
    "/file odd/": [],
    "/file odd": [
      { ...node("in.ts"), path: "odd/in.ts" },
      { ...node("deep", "directory"), path: "odd/deep/" },
    ],
  });
  const dot = { type: "binary", mime: "image/png", bytes: 3, data: "iVBO" };
  const inOdd = [
    { name: "in.ts", path: "odd/in.ts", isFolder: false, isIgnored: false },
    { name: "deep", path: "odd/deep", isFolder: true, isIgnored: false },
  ];
  test.each([
    ["of a text", "a.ts", { type: "text", text: "a" }],
    ["of an empty file", "empty.ts", { type: "text", text: "" }],
    ["where nothing is", "gone.ts", { type: "missing" }],
    ["where nothing is in a folder", "odd/gone.ts", { type: "missing" }],
    ["of bytes", "odd.bin", { type: "binary", mime: "application/octet-stream", bytes: 7 }],
    ["of a picture", "dot.png", dot],
    ["of a PDF", "tide.pdf", { type: "binary", mime: "application/pdf", bytes: 8, data: "JVBERi0xLjQ=" }],
    ["of a folder", "odd", { type: "folder", entries: inOdd }],
    ["outside of the project", "/etc/hostname", { type: "unreadable" }],
  ])("%s", async (_, path, expected) => {
    expect(await server.readFile("/w", path)).toEqual(expected);
  });

  test("of a file that the server fails to read is a fault", async () => {
    await expect(server.readFile("/w", "locked.ts")).rejects.toMatchObject({ fault: { kind: "server-fault" } });
  });
});

test("A file URL means a path as its system writes it", () => {
  expect(filePath("file:///work/a%20b.ts")).toBe("/work/a b.ts");
  expect(filePath("file:///C:/work/a.ts")).toBe("C:/work/a.ts");
  expect(filePath("https://example.org/a")).toBeUndefined();
  expect(filePath("file:///%E0%A4%A")).toBeUndefined();
});

describe("changes", () => {
  const diff = (file: string, additions: number, deletions: number, status = "modified") => ({
    file,
    additions,
    deletions,
    status,
    patch: `${file} +${additions}`,
  });
  const said = (id: string, ...diffs: unknown[]) => ({ info: { id, role: "user", summary: { diffs } }, parts: [] });
  const answered = (id: string) => ({ info: { id, role: "assistant", summary: true }, parts: [] });
  const server = serverOf(
    {
      "/session/s/message": [
        said("3", diff("b.ts", 1, 0), diff("a.ts", 2, 3)),
        answered("4"),
        said("5", diff("c.ts", 9, 9)),
      ],
      "/session/s/message older": [said("1", diff("b.ts", 5, 0, "added")), answered("2")],
      "/session/s/diff 1": [diff("b.ts", 5, 0, "added"), { file: "" }, "nonsense"],
      "/vcs/diff git": [diff("z.ts", 1, 1)],
    },
    { "/session/s/message": "older" },
  );
  const ref = { id: "s", directory: "/w" };

  test("of a session are those of all its turns, a file once, up to where it is reverted", async () => {
    expect(await server.changes(ref, { type: "session", before: "5" })).toEqual([
      { path: "a.ts", status: "modified", additions: 2, deletions: 3, patches: ["a.ts +2"] },
      { path: "b.ts", status: "added", additions: 6, deletions: 0, patches: ["b.ts +5", "b.ts +1"] },
    ]);
    expect((await server.changes(ref, { type: "session" })).map(({ path }) => path)).toEqual(["a.ts", "b.ts", "c.ts"]);
  });

  test("of a turn and of the working tree are what the server says of them", async () => {
    expect(await server.changes(ref, { type: "turn", messageId: "1" })).toMatchObject([{ path: "b.ts" }]);
    expect(await server.changes(ref, { type: "tree" })).toMatchObject([{ path: "z.ts", patches: ["z.ts +1"] }]);
  });
});
