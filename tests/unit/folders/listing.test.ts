import { describe, expect, it } from "vitest";
import { parentOf, shownFolders, typedPath } from "../../../components/folders/listing";

describe("the folder that a folder is in", () => {
  it.each([
    ["/home/ann/tides", "/home/ann"],
    ["/home/ann/tides/", "/home/ann"],
    ["/home", "/"],
    ["/", undefined],
    ["C:\\Users\\Ann", "C:\\Users"],
    ["C:\\Users", "C:\\"],
    ["C:\\", undefined],
    ["", undefined],
  ])("of %s is %s", (path, parent) => {
    expect(parentOf(path)).toBe(parent);
  });
});

describe("what is typed", () => {
  it.each([
    ["/srv/tides", "/srv/tides"],
    ["~", "/home/ann"],
    ["~/tides", "/home/ann/tides"],
    ["D:\\tides", "D:\\tides"],
    ["tides", undefined],
  ])("%s leads to %s", (text, path) => {
    expect(typedPath(text, "/home/ann")).toBe(path);
  });
});

describe("the folders on show", () => {
  const folders = [".git", "Tides", "harbour"].map((name) => ({ name, path: `/${name}` }));
  const names = (filter: string, hidden: boolean) => shownFolders(folders, filter, hidden).map(({ name }) => name);

  it("are not the hidden ones, unless they are wanted or asked for", () => {
    expect(names("", false)).toEqual(["Tides", "harbour"]);
    expect(names("", true)).toEqual([".git", "Tides", "harbour"]);
    expect(names(".g", false)).toEqual([".git"]);
  });

  it("have what is typed in their names, in any case", () => {
    expect(names("tide", false)).toEqual(["Tides"]);
  });
});
