import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseOptions, UsageError } from "../../../tools/start/options";

const folder = mkdtempSync(join(tmpdir(), "nexus-options-"));
writeFileSync(join(folder, "file"), "");

describe("npm start", () => {
  test("without words takes Chromium, a window and the example project", () => {
    expect(parseOptions([], folder)).toEqual({ help: false, headless: false, browser: "chromium" });
  });

  test("reads a folder relative to where the user stands", () => {
    expect(parseOptions(["--dir", "."], folder).directory).toBe(folder);
  });

  test("takes credentials out of a server's address", () => {
    const { server } = parseOptions(["--server", "http://me:secret@10.0.0.7:4096/"], folder);
    expect(server).toEqual({ url: "http://10.0.0.7:4096", isLoopback: false, username: "me", password: "secret" });
  });

  test.each([
    [["--browser", "safari"], "safari"],
    [["--dir", "nowhere"], "nowhere"],
    [["--dir", "file"], "not a folder"],
    [["--server", "ftp://host"], "ftp"],
    [["--dir", ".", "--server", "host"], "not both"],
    [["--colour"], "--colour"],
    [["more"], "more"],
  ])("refuses %j in one sentence", (args, word) => {
    const parse = () => parseOptions(args, folder);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(word);
    expect(parse).toThrow(/^[^\n]+\.$/);
  });
});
