// @vitest-environment jsdom
import { createRoot } from "solid-js";
import { expect, onTestFinished, test, vi } from "vitest";
import { createFileSearch } from "../../../components/files/file-search";
import { FaultError } from "../../../lib/model";

const searchWith = (find: (query: string) => Promise<string[]>) =>
  createRoot((dispose) => {
    onTestFinished(dispose);
    return createFileSearch(find);
  });

test("files are told as the server finds them, by name and folder; what is typed quickly is asked for once", async () => {
  const find = vi.fn(async (query: string) =>
    query === "" ? ["README.md", "src/"] : ["src/lib/tides.ts", "src\\tides.css"],
  );
  const { files, setQuery } = searchWith(find);
  await vi.waitFor(() =>
    expect(files()).toEqual([
      { path: "README.md", isFolder: false, name: "README.md", folder: "" },
      { path: "src", isFolder: true, name: "src", folder: "" },
    ]),
  );
  for (const words of ["r", "rm", "tid "]) {
    setQuery(words);
    // What was found before and is not meant any more cannot be chosen by mistake.
    expect(files().map(({ name }) => name)).toEqual({ r: ["README.md", "src"], rm: ["README.md"] }[words] ?? []);
  }
  await vi.waitFor(() =>
    expect(files().map(({ name, folder }) => [name, folder])).toEqual([
      ["tides.ts", "src/lib"],
      ["tides.css", "src"],
    ]),
  );
  expect(find.mock.calls).toEqual([[""], ["tid"]]);
});

test("a search that failed says so, and is not taken for nothing", async () => {
  const { files, why, setQuery } = searchWith(async (query) => {
    if (query === "x") throw new FaultError({ kind: "unreachable" });
    return query === "" ? ["a.ts"] : [];
  });
  expect(why()).toBe("Searching…");
  await vi.waitFor(() => expect(files()).toHaveLength(1));
  setQuery("x");
  await vi.waitFor(() => expect(why()).toMatch(/^Not searched: /));
  expect(files()).toEqual([]);
  setQuery("y");
  await vi.waitFor(() => expect(why()).toBeUndefined());
  expect(files()).toEqual([]);
});
