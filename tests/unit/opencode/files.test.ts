import { applyPatch, createTwoFilesPatch, parsePatch } from "diff";
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

  test("of the project itself is its folder", async () => {
    const project = await server.readFile("/w", ".");
    expect(project.type === "folder" && project.entries.map(({ name }) => name)).toEqual([
      "a.ts",
      "empty.ts",
      "odd",
      "locked.ts",
    ]);
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

  test("of a session are what its turns come to, with the lines around; what is as it was is none", async () => {
    const lines = Array.from({ length: 30 }, (_, at) => `line ${at}`);
    const text = (changed: Record<number, string>) => `${lines.map((line, at) => changed[at] ?? line).join("\n")}\n`;
    const turn = (id: string, ...files: [file: string, status: string, before: string, after: string][]) =>
      said(
        id,
        ...files.map(([file, status, before, after]) => ({
          file,
          status,
          additions: 1,
          deletions: 1,
          // As the server makes it: with the file's whole length.
          patch: createTwoFilesPatch(file, file, before, after, "", "", { context: Number.MAX_SAFE_INTEGER }),
        })),
      );
    const two = text({ 5: "five", 20: "twenty" });
    const server = serverOf({
      "/session/s/message": [
        turn("1", ["a.ts", "modified", text({}), text({ 5: "FIVE" })], ["b.ts", "added", "", "b\n"]),
        turn("2", ["a.ts", "modified", text({ 5: "FIVE" }), two], ["c.ts", "modified", "c", "C"]),
        turn("3", ["b.ts", "deleted", "b\n", ""], ["c.ts", "modified", "C", "c"], ["d.ts", "modified", "d\n", "D\n"]),
        turn("4", ["d.ts", "modified", "by hand\n", "d\n"]),
      ],
    });
    const [a, d, ...others] = await server.changes(ref, { type: "session" });
    expect(others).toEqual([]);
    expect(a).toMatchObject({ path: "a.ts", status: "modified", additions: 2, deletions: 2 });
    expect(a?.patches).toHaveLength(1);
    const shown = parsePatch(a?.patches?.[0] ?? "")[0]?.hunks;
    expect(shown?.map(({ oldStart, newStart }) => [oldStart, newStart])).toEqual([
      [3, 3],
      [18, 18],
    ]);
    expect(shown?.flatMap((hunk) => hunk.lines)).toEqual([
      ...[" line 2", " line 3", " line 4", "-line 5", "+five", " line 6", " line 7", " line 8"],
      ...[" line 17", " line 18", " line 19", "-line 20", "+twenty", " line 21", " line 22", " line 23"],
    ]);
    // Somebody has changed it between two turns: one diff each.
    expect(d).toMatchObject({ path: "d.ts", additions: 2, deletions: 2 });
    expect(d?.patches).toHaveLength(2);
  });

  test("of one turn have the lines around, at their places, and an end without a line break", async () => {
    const before = Array.from({ length: 20 }, (_, at) => `${at + 1}`).join("\n");
    const after = before.replace("\n2\n", "\n").replace(/20$/, "twenty");
    const whole = createTwoFilesPatch("a", "a", before, after, "", "", { context: Number.MAX_SAFE_INTEGER });
    const server = serverOf({
      "/session/s/diff 1": [{ file: "a", status: "modified", additions: 1, deletions: 2, patch: whole }],
    });
    const [change] = await server.changes(ref, { type: "turn", messageId: "1" });
    const [patch = ""] = change?.patches ?? [];
    expect(patch).not.toContain(" 10\n");
    expect(applyPatch(before, patch)).toBe(after);
  });

  test("of a turn and of the working tree are what the server says of them", async () => {
    expect(await server.changes(ref, { type: "turn", messageId: "1" })).toMatchObject([{ path: "b.ts" }]);
    expect(await server.changes(ref, { type: "tree" })).toMatchObject([{ path: "z.ts", patches: ["z.ts +1"] }]);
  });
});
