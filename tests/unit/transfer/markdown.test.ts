import { describe, expect, it } from "vitest";
import type { Message, MessageWithParts, Part, Session } from "../../../lib/model";
import { fence } from "../../../lib/page/fence";
import { markdownOf } from "../../../lib/transfer/markdown";
import { toolCall } from "../../support/tool-call";

const session: Session = {
  id: "ses_1",
  title: "Fix the *tide* table",
  directory: "/home/ann/tides",
  projectId: "p",
  createdAt: 0,
  updatedAt: 60_000,
  cost: 0.0123,
};

let made = 0;
function entry(role: Message["role"], parts: Part[], more: Partial<Message> = {}): MessageWithParts {
  made += 1;
  return {
    message: { id: `msg_${made}`, sessionId: "ses_1", role, order: String(made), createdAt: 0, ...more },
    parts,
  };
}
const text = (words: string, more: Partial<Part> = {}): Part =>
  ({ id: "prt", sessionId: "ses_1", messageId: "msg", order: "1", type: "text", text: words, ...more }) as Part;
const written = (...messages: MessageWithParts[]) => [...markdownOf(session, messages)].join("");

describe("a session as Markdown", () => {
  it("begins with its title, its words being no markup, and what there is to know", () => {
    const [head] = markdownOf(session, []);
    expect(head).toContain("# Fix the \\*tide\\* table\n\n- Folder: /home/ann/tides\n");
    expect(head).toContain("- Cost: $0.0123\n- OpenCode session: ses\\_1\n");
  });

  it("has a heading a message, and one for all steps of an answer", () => {
    const model = { providerId: "acme", modelId: "large", variant: "high" };
    const answer = { agent: "build", model };
    const whole = written(
      entry("user", [text("How high?")]),
      entry("assistant", [text("I look.")], answer),
      entry("assistant", [text("Two metres.")], answer),
    );
    expect(whole.match(/^## .*/gm)?.map((line) => line.replace(/ · \d{4}.*/, ""))).toEqual([
      "## You",
      "## Assistant · build · acme/large high",
    ]);
    expect(whole).toContain("How high?\n\n## Assistant");
    expect(whole).toContain("I look.\n\nTwo metres.\n\n");
  });

  it("folds a command with what it was and what it said", () => {
    const call = toolCall("bash", { status: "completed", input: { command: "npm test" }, output: "1 passed\n" });
    expect(written(entry("assistant", [call]))).toContain(
      [
        "<details>",
        "<summary><code>bash</code> <code>npm test</code></summary>",
        "",
        "```sh\nnpm test\n```",
        "",
        "```\n1 passed\n```",
        "",
        "</details>",
      ].join("\n"),
    );
  });

  it("shows a change to a file as its diff, and a failure as one", () => {
    const diff = "--- a\n+++ b\n@@ -1 +1 @@\n-one\n+two\n";
    const edit = toolCall("edit", { status: "completed", input: { filePath: "/a.ts" }, metadata: { diff } });
    const failed = toolCall("read", { status: "error", input: { filePath: "/<b>.ts" }, error: "File not found" });
    const whole = written(entry("assistant", [edit, failed]));
    expect(whole).toContain(`\`\`\`diff\n${diff.trimEnd()}\n\`\`\``);
    expect(whole).toContain("<summary><code>read</code> <code>/&lt;b&gt;.ts</code> (failed)</summary>");
    expect(whole).toContain("```\nFile not found\n```");
  });

  it("lets no output end its block", () => {
    const call = toolCall("bash", {
      status: "completed",
      input: { command: "cat" },
      output: "```\nx\n````\n</details>",
    });
    expect(written(entry("assistant", [call]))).toContain("`````\n```\nx\n````\n</details>\n`````");
  });

  it("makes a list of a plan, and text of a thought", () => {
    const todos = [{ content: "Look", status: "completed" }, { content: "Mend", status: "pending" }, "nonsense"];
    const call = toolCall("todowrite", { status: "completed", input: { todos }, output: "[…]" });
    const thought = text("Hm.", { type: "reasoning" });
    const whole = written(entry("assistant", [thought, call]));
    expect(whole).toContain("- [x] Look\n- [ ] Mend\n\n</details>");
    expect(whole).toContain("<summary>Thought</summary>\n\nHm.\n\n</details>");
    expect(whole).not.toContain("[…]");
  });

  it("quotes what came from a web page, before the words about it", () => {
    const item = fence({
      id: "1f2e3d4c5b6a",
      kind: "selection",
      title: "CSS",
      url: "https://a.example/",
      text: "a\n# b",
      createdAt: 0,
    });
    const whole = written(entry("user", [text(item), text("What is this?")]));
    expect(whole).toContain("> From a web page (selection): CSS — https://a.example/\n>\n> a\n> # b\n\nWhat is this?");
    expect(whole).not.toContain("page-content");
  });

  it("leaves out what was added by the program, what has nothing to say, and what is reverted", () => {
    const first = entry("user", [text("Stay"), text("<system-reminder>", { synthetic: true } as Partial<Part>)]);
    const second = entry("user", [text("Gone")]);
    const whole = [
      ...markdownOf({ ...session, revertedFrom: second.message.id }, [first, entry("assistant", []), second]),
    ].join("");
    expect(whole).toContain("Stay");
    expect(whole).not.toMatch(/system-reminder|Gone|Assistant/);
  });

  it("keeps an error, a file and an unknown part, but no content of a file", () => {
    const file = text("", { type: "file", mime: "image/png", url: "data:image/png;base64,AAAA" } as Partial<Part>);
    const odd = text("", { type: "unknown", kind: "hologram", raw: { beam: 1 } } as Partial<Part>);
    const whole = written(
      entry("user", [file]),
      entry("assistant", [odd], { error: { name: "APIError", message: "Too many\nrequests" } }),
    );
    expect(whole).toContain("Attached: image/png");
    expect(whole).not.toContain("AAAA");
    expect(whole).toContain('<summary>hologram</summary>\n\n```json\n{\n  "beam": 1\n}\n```');
    expect(whole).toContain("> Error: Too many\n> requests");
  });
});
