import { expect, test } from "vitest";
import { fileUrl } from "../../../lib/opencode/file-url";

test.each([
  ["/work/tides", "src/main.ts", "file:///work/tides/src/main.ts"],
  ["/work/tides/", "docs/", "file:///work/tides/docs"],
  ["/", "a.ts", "file:///a.ts"],
  ["/work/Ebbe & Flut", "50%?.md", "file:///work/Ebbe%20%26%20Flut/50%25%3F.md"],
  ["/odd\\name", "a.ts", "file:///odd%5Cname/a.ts"],
  ["C:\\work\\tides", "src/main.ts", "file:///C:/work/tides/src/main.ts"],
])("%s and %s make %s", (directory, path, url) => {
  expect(fileUrl(directory, path)).toBe(url);
});
