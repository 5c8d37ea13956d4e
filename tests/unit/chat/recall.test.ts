import { describe, expect, test } from "vitest";
import { begin, step, type Walk, walks } from "../../../components/composer/recall/walk";

const prompts = [{ text: "One" }, { text: "Two" }, { text: "ls", shell: true as const }];
const shown = (walk: Walk | undefined) => walk?.prompts[walk.at]?.text;

describe("a walk through past prompts", () => {
  test("begins at the newest, ends at the oldest, and comes back to what is being written", () => {
    const newest = begin(prompts, "Half a th");
    expect(shown(newest)).toBe("ls");
    if (!newest) throw new Error("no walk");
    const second = step(newest, "ArrowUp");
    expect(shown(second)).toBe("Two");
    if (!second) throw new Error("no second");
    const oldest = step(second, "ArrowUp");
    expect(shown(oldest)).toBe("One");
    if (!oldest) throw new Error("no oldest");
    expect(shown(step(oldest, "ArrowUp"))).toBe("One");
    expect(shown(step(second, "ArrowDown"))).toBe("ls");
    expect(step(newest, "ArrowDown")).toBeUndefined();
  });

  test("passes over what stands there already; without any there is none", () => {
    expect(shown(begin(prompts, "ls"))).toBe("Two");
    expect(begin([], "")).toBeUndefined();
  });
});

describe("arrow keys", () => {
  const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, isComposing: false };
  const area = (start: number, end = start) => ({ value: "Two\nlines", selectionStart: start, selectionEnd: end });

  test("walk up from the text's beginning and down from its end", () => {
    expect(walks({ ...plain, key: "ArrowUp" }, area(0))).toBe("ArrowUp");
    expect(walks({ ...plain, key: "ArrowDown" }, area(9))).toBe("ArrowDown");
  });

  test("else move the caret, select, or go from message to message", () => {
    expect(walks({ ...plain, key: "ArrowUp" }, area(5))).toBeUndefined();
    expect(walks({ ...plain, key: "ArrowDown" }, area(0))).toBeUndefined();
    expect(walks({ ...plain, key: "ArrowUp" }, area(0, 3))).toBeUndefined();
    for (const held of ["shiftKey", "altKey", "ctrlKey", "metaKey", "isComposing"]) {
      expect(walks({ ...plain, key: "ArrowUp", [held]: true }, area(0))).toBeUndefined();
    }
  });
});
