// @vitest-environment jsdom
import { render } from "solid-js/web";
import { describe, expect, onTestFinished, test } from "vitest";
import { Attachments } from "../../../components/tools/Attachments";
import { rendererOf } from "../../../components/tools/registry";
import type { FileRef } from "../../../lib/model";
import { toolCall } from "../../support/tool-call";
import { detailsOf, named } from "./details";

const summaryOf = (...call: Parameters<typeof toolCall>) => {
  const part = toolCall(...call);
  return rendererOf(part.tool).summary(part, {
    phase: "completed",
    directory: "/home/me/shop",
    mcpServers: () => ["harbour", "harbour_2", "tide.app"],
  });
};

describe("a search of the web", () => {
  const input = { query: "tides" };
  const exa =
    "Title: Tide\nURL: https://a.example/tide\nText: Title of it\n\nTitle: \nAuthor: B\nURL: https://b.example/\nText: x\n" +
    "Title: Again\nURL: https://a.example/tide\n\nTitle: Bad\nURL: javascript:alert(1)\n";
  const links = (output: string) =>
    [...detailsOf(toolCall("websearch", { status: "completed", input, output })).querySelectorAll("a")].map(
      (link) => `${link.textContent} ${link.href} ${link.rel}`,
    );

  test("lists each page that was found once, as a link that can be followed safely", () => {
    expect(links(exa)).toEqual([
      "Tidea.example https://a.example/tide noopener noreferrer nofollow",
      "b.exampleb.example https://b.example/ noopener noreferrer nofollow",
    ]);
    expect(summaryOf("websearch", { status: "completed", input, output: exa })).toMatchObject({
      subject: "tides",
      note: "2 pages",
    });
  });

  test("lists them from an answer in JSON as well", () => {
    const results = [{ url: "https://a.example/", title: "A" }, { title: "No address" }, null, { url: 7 }];
    expect(links(JSON.stringify({ results }))).toHaveLength(1);
  });

  test.each(["", "Nothing was found.", "{", '{"results":7}', "[]"])("shows any other answer as it is: %j", (output) => {
    const host = detailsOf(toolCall("websearch", { status: "completed", input, output }));
    expect(host.querySelector("a")).toBeNull();
    expect((named(host, "Output") ?? "").replace(/\s/g, "")).toBe(output.replace(/\s/g, ""));
  });

  test("tells what is looked for while it runs, and why it failed", () => {
    expect(summaryOf("websearch", { status: "running", input }).subject).toBe("tides");
    expect(summaryOf("websearch", { status: "pending" }).subject).toBe("something");
    const failed = detailsOf(toolCall("websearch", { status: "error", input, error: "No network" }));
    expect(named(failed, "Error")).toBe("No network");
  });
});

describe("a skill", () => {
  const state = { input: { name: "tide-tables" }, metadata: { dir: "/home/me/shop/.opencode/skills/tide-tables" } };

  test("shows what was loaded, and from where", () => {
    const output = '<skill_content name="tide-tables">\n# Tides\n\nTwice a day.\n</skill_content>';
    expect(named(detailsOf(toolCall("skill", { status: "completed", ...state, output })), "What was loaded")).toBe(
      "Tides\nTwice a day.\n",
    );
    expect(summaryOf("skill", { status: "completed", ...state, output })).toMatchObject({
      subject: "tide-tables",
      path: ".opencode/skills/tide-tables",
    });
  });

  test("shows an answer of another shape as it is, and why it failed", () => {
    expect(named(detailsOf(toolCall("skill", { status: "completed", output: "words" })), "Output")).toBe("words");
    expect(named(detailsOf(toolCall("skill", { status: "error", error: "No such skill" })), "Error")).toBe(
      "No such skill",
    );
    expect(summaryOf("skill", { status: "pending", input: { name: 7 } }).subject).toBe("a skill");
  });
});

describe("a tool of an MCP server", () => {
  const input = { port: "Brest", days: 1, deep: { a: [1] }, text: "x".repeat(100) };
  const host = (output: string) => detailsOf(toolCall("harbour_tide_table", { status: "completed", input, output }));

  test("tells the server from the tool", () => {
    expect(summaryOf("harbour_tide_table", { status: "running" })).toMatchObject({
      subject: "tide_table",
      note: "harbour",
      path: "harbour_tide_table",
    });
  });

  test.each([
    ["harbour_2_tide_table", "harbour_2", "tide_table"],
    ["harbour_2", "harbour", "2"],
    ["tide_app_high_water", "tide.app", "high_water"],
    ["other_tide_table", "other", "tide_table"],
  ])("tells them apart where names have the sign in them: %s", (name, note, subject) => {
    expect(summaryOf(name, { status: "running" })).toMatchObject({ subject, note, path: name });
  });

  test("shows its arguments: short ones beside their names, long ones below", () => {
    const list = host("").querySelector("dl");
    expect([...(list?.querySelectorAll("dt") ?? [])].map((name) => name.textContent)).toEqual([
      "port",
      "days",
      "deep",
      "text",
    ]);
    expect([...(list?.querySelectorAll(":scope > dt + dd") ?? [])].map((value) => value.textContent)).toEqual([
      "Brest",
      "1",
      '{\n  "a": [\n    1\n  ]\n}',
      input.text,
    ]);
  });

  test("has JSON on one line set out in lines, and other texts left alone", () => {
    expect(named(host('{"high":["03:12"]}'), "Output")).toBe('{\n  "high": [\n    "03:12"\n  ]\n}');
    expect(named(host("{not json"), "Output")).toBe("{not json");
    expect(host("").textContent).toContain("No output");
  });

  test("that is huge stays folded", () => {
    const output = JSON.stringify(Array.from({ length: 5000 }, (_, index) => index));
    expect(named(host(output), "Output")?.split("\n")).toHaveLength(12);
  });

  test("is told from the server's own tools and from those with plain names", () => {
    expect(
      ["apply_patch", "plan_exit", "lsp", "_x", "x_"].map((tool) => summaryOf(tool, { status: "pending" }).subject),
    )
      // The first is a renderer's own.
      .toEqual(["files", "plan_exit", "lsp", "_x", "x_"]);
  });
});

test("A tool that nobody has drawn shows its input and why it failed", () => {
  const host = detailsOf(toolCall("hologram", { status: "error", input: { size: 3 }, error: "No light" }));
  expect(host.textContent).toContain("size3");
  expect(named(host, "Error")).toBe("No light");
  expect(detailsOf(toolCall("hologram", { status: "pending" })).textContent).toBe("No input");
});

test("Images that came with an answer are shown, and nothing is fetched for others", () => {
  const files: FileRef[] = [
    { mime: "image/png", url: "data:image/png;base64,AAAA" },
    { mime: "image/png", url: "https://a.example/spy.png", filename: "spy.png" },
    { mime: "image/svg+xml", url: "data:image/svg+xml;base64,AAAA" },
    { mime: "text/plain", url: "data:text/plain;base64,AAAA", filename: "a.txt" },
  ];
  const host = document.createElement("div");
  onTestFinished(render(() => <Attachments files={files} />, host));
  expect([...host.querySelectorAll("img")].map((image) => [image.getAttribute("src"), image.alt])).toEqual([
    ["data:image/png;base64,AAAA", "Image 1 of the answer"],
  ]);
  expect(host.querySelectorAll("li")).toHaveLength(4);
  expect(host.textContent).toContain("spy.png");
});

describe("an answer in Markdown", () => {
  const answer = "# Tides\n\n**Twice** a day.<script>steal()</script>";
  const fetched = (format?: string) =>
    toolCall("webfetch", { status: "completed", input: { url: "https://a.example/", format }, output: answer });

  test("is shown as such, without what could act, and as it came on demand", () => {
    const host = detailsOf(fetched());
    document.body.append(host);
    onTestFinished(() => host.remove());
    const box = () => host.querySelector('[aria-label="Output"]');
    expect([box()?.querySelector("strong")?.textContent, box()?.querySelector("script")]).toEqual(["Twice", null]);
    const turn = [...host.querySelectorAll("button")].find(({ textContent }) => textContent === "Plain text");
    turn?.click();
    expect(box()?.textContent).toBe(answer);
    expect(turn?.textContent).toBe("Formatted");
    turn?.click();
    expect(box()?.querySelector("strong")?.textContent).toBe("Twice");
  });

  test("is shown as it came to who was led to it, and when the model asked for another form", () => {
    expect(named(detailsOf(fetched(), { revealed: true }), "Output")).toBe(answer);
    expect(named(detailsOf(fetched("html")), "Output")).toBe(answer);
  });
});
