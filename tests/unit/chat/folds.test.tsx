// @vitest-environment jsdom
import { render } from "solid-js/web";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { foldsOf } from "../../../components/chat/message/folds";
import { Fold } from "../../../components/tools/Fold";

beforeEach(() => {
  document.body.innerHTML = "";
});

test("What an answer did is opened at once, and closed when all is open; what is inside stays as it is", () => {
  const dispose = render(
    () => (
      <>
        <article data-message-id="a1">
          <Fold head="Explored">
            <Fold head="Read">Words</Fold>
          </Fold>
        </article>
        <article data-message-id="a2">
          <Fold head="Ran">Output</Fold>
        </article>
        <article data-message-id="a3">
          <Fold head="Of another answer">Output</Fold>
        </article>
      </>
    ),
    document.body,
  );
  onTestFinished(dispose);
  const open = () => [...document.querySelectorAll("[aria-expanded=true]")].map((head) => head.textContent);
  expect(foldsOf(["a1", "a2"])?.isOpen).toBe(false);
  foldsOf(["a1", "a2"])?.toggle();
  expect(open()).toEqual(["Explored", "Ran"]);
  expect(foldsOf(["a1", "a2"])?.isOpen).toBe(true);
  foldsOf(["a1", "a2"])?.toggle();
  expect(open()).toEqual([]);
  expect(foldsOf(["a9"])).toBeUndefined();
});
