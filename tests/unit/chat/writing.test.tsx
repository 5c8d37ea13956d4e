// @vitest-environment jsdom
import { render } from "solid-js/web";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type App, AppProvider } from "../../../components/app/context";
import { createDrafts } from "../../../components/app/drafts";
import { createUnsent } from "../../../components/composer/create-unsent";
import { Writing } from "../../../components/composer/Writing";
import type { Catalog } from "../../../lib/model";
import { promptHistory } from "../../../lib/storage/prompt-history";
import { resetBrowser } from "../../support/fake-browser";
import "../../support/without-layout";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
const tabs = { seesAll: true };
vi.mock("../../../lib/platform/tabs", () => ({
  openTabs: async () => (tabs.seesAll ? [{ title: "Tide tables", url: "https://tides.example/" }] : []),
  seesTabs: async () => tabs.seesAll,
  requestTabs: async () => {
    tabs.seesAll = true;
    return true;
  },
}));
// The DOM of these tests has no layout.
Element.prototype.scrollIntoView = () => undefined;

const cleanups: (() => void)[] = [];
beforeEach(() => resetBrowser());
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

const catalog: Catalog = {
  agents: [{ name: "explore", mode: "subagent", hidden: false }],
  providers: [],
  commands: [{ name: "tide", source: "command", hints: [] }],
};

function setUp() {
  const drafts = createDrafts(() => undefined);
  const submit = vi.fn();
  const act = vi.fn();
  const host = document.createElement("div");
  document.body.append(host);
  const dispose = render(() => {
    const { shown, change, recall } = createUnsent(drafts, () => "new");
    return (
      <AppProvider value={{ drafts } as unknown as App}>
        <Writing
          ref={() => undefined}
          draftKey="new"
          placeholder=""
          reasonId={undefined}
          catalog={catalog}
          canShell
          shown={shown()}
          onChange={change}
          recall={recall}
          resources={async () => [{ name: "Notice board", uri: "harbour://board", client: "harbour" }]}
          findFiles={async () => ["src/main.ts"]}
          onFiles={() => undefined}
          actions={() => [{ name: "compact", label: "Compact", run: () => undefined }]}
          onAction={act}
          onSubmit={submit}
        />
      </AppProvider>
    );
  }, host);
  cleanups.push(() => {
    dispose();
    host.remove();
  });
  const area = host.querySelector("textarea");
  if (!area) throw new Error("no text area");

  const insert = (name: string, data: string) =>
    area.dispatchEvent(
      new InputEvent(name, { data, inputType: "insertText", bubbles: true, cancelable: name === "beforeinput" }),
    );
  return {
    area,
    submit,
    act,
    draft: () => drafts.get("new"),
    list: () => host.querySelector("[role=listbox]"),
    isShell: () => host.textContent?.includes("Shell") === true,
    caret: (at: number) => area.setSelectionRange(at, at),
    /** Whether the key was left to the browser. */
    press: (key: string) => area.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })),
    type(words: string): void {
      for (const letter of words) {
        if (!insert("beforeinput", letter)) continue;
        area.setRangeText(letter, area.selectionStart, area.selectionEnd, "end");
        insert("input", letter);
      }
    },
  };
}

test("what is taken from a list takes the word's place, and is named in the draft", () => {
  const { area, draft, list, press, type, submit } = setUp();
  type("/ti");
  expect(list()?.querySelector("[aria-selected=true]")?.id).toBe(area.getAttribute("aria-activedescendant"));
  press("Enter");
  expect([area.value, area.selectionStart, list()]).toEqual(["/tide ", 6, null]);
  type("@exp");
  press("Tab");
  expect(area.value).toBe("/tide @explore ");
  expect(draft()).toEqual({ text: "/tide @explore ", context: [], mentions: [{ type: "agent", name: "explore" }] });
  expect(submit).not.toHaveBeenCalled();
  press("Enter");
  expect(submit).toHaveBeenCalledOnce();
});

test("lines behind a path go along with the file that is taken, and are followed when they are written later", async () => {
  const { area, draft, list, press, type } = setUp();
  const named = () => draft().mentions;
  type("See @mai#10-");
  await vi.waitFor(() => expect(list()?.textContent).toContain("main.ts#10-srcfrom line 10"));
  type("20");
  expect(list()?.textContent).toContain("lines 10 to 20");
  press("Enter");
  expect(area.value).toBe("See @src/main.ts#10-20 ");
  expect(named()).toEqual([{ type: "file", path: "src/main.ts", lines: "10-20" }]);
  const remove = (from: number, to: number) => {
    area.setRangeText("", from, to, "end");
    area.dispatchEvent(new InputEvent("input", { inputType: "deleteContentBackward", bubbles: true }));
  };
  remove(19, 23);
  expect([area.value, named()]).toEqual(["See @src/main.ts#10", [{ type: "file", path: "src/main.ts", lines: "10" }]]);
  remove(16, 19);
  expect(named()).toEqual([{ type: "file", path: "src/main.ts" }]);
  remove(15, 16);
  expect([area.value, named()]).toEqual(["See @src/main.t", undefined]);
  type("s");
  expect(named()).toEqual([{ type: "file", path: "src/main.ts" }]);
});

test("a tab goes along as a page, once the user lets the browser show the tabs", async () => {
  tabs.seesAll = false;
  const { area, draft, list, press, type } = setUp();
  type("Read @ta");
  await vi.waitFor(() => expect(list()?.textContent).toContain("Open tabs…"));
  press("Enter");
  expect(area.value).toBe("Read @ta");
  await vi.waitFor(() => expect(list()?.textContent).toContain("Tide tables"));
  expect(list()?.textContent).not.toContain("Open tabs…");
  press("Enter");
  expect(area.value).toBe("Read “Tide tables” ");
  const page = { kind: "page", title: "Tide tables", url: "https://tides.example/", text: "" };
  expect(draft().context).toEqual([expect.objectContaining(page)]);
});

test("a list that was closed stays closed until another word begins", () => {
  const { list, press, type } = setUp();
  type("@");
  expect(list()).not.toBeNull();
  press("Escape");
  type("exp");
  expect(list()).toBeNull();
  type(" @");
  expect(list()).not.toBeNull();
});

test("an exclamation mark that is typed first makes a line of shell; pasted or later it is one", () => {
  const { area, draft, isShell, caret, press, type } = setUp();
  type("ls");
  caret(0);
  type("!");
  expect([area.value, draft().shell, isShell()]).toEqual(["ls", true, true]);
  caret(1);
  expect(press("Backspace")).toBe(true);
  expect(isShell()).toBe(true);
  caret(0);
  expect(press("Backspace")).toBe(false);
  expect([area.value, draft().shell, isShell()]).toEqual(["ls", undefined, false]);
  caret(2);
  type("!");
  expect([area.value, isShell()]).toEqual(["ls!", false]);
  area.value = "!rm";
  area.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
  expect([draft().text, isShell()]).toEqual(["!rm", false]);
});

test("past prompts stand in the place of what is being written, which stays in the draft", async () => {
  await promptHistory.add({ text: "Hello" });
  await promptHistory.add({ text: "ls", shell: true });
  const { area, draft, isShell, caret, press, type } = setUp();
  type("Half a th");
  expect(press("ArrowUp")).toBe(true);
  caret(0);
  press("ArrowUp");
  await vi.waitFor(() => expect(area.value).toBe("ls"));
  expect([isShell(), draft().text]).toEqual([true, "Half a th"]);
  press("ArrowUp");
  expect([area.value, isShell()]).toEqual(["Hello", false]);
  press("Escape");
  expect(area.value).toBe("Half a th");
});

test("a past prompt that is changed becomes the draft, and what was being written the newest of the past", async () => {
  await promptHistory.add({ text: "ls", shell: true });
  const { area, draft, caret, press, type } = setUp();
  type("Half a th");
  caret(0);
  press("ArrowUp");
  await vi.waitFor(() => expect(area.value).toBe("ls"));
  caret(2);
  type(" -l");
  expect(draft()).toMatchObject({ text: "ls -l", shell: true });
  caret(0);
  press("ArrowUp");
  await vi.waitFor(() => expect(area.value).toBe("Half a th"));
});

test("a word that does something here is done when it is taken from the list", () => {
  const { act, area, list, press, submit, type } = setUp();
  type("/com");
  expect(list()?.textContent).toContain("/compactCompact");
  press("Enter");
  expect(act).toHaveBeenCalledExactlyOnceWith("/compact");
  expect([area.value, submit.mock.calls]).toEqual(["/com", []]);
});
