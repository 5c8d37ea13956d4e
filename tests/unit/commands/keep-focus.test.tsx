// @vitest-environment jsdom
import { createSignal, For } from "solid-js";
import { render } from "solid-js/web";
import { expect, onTestFinished, test } from "vitest";
import { keepFocus } from "../../../components/ui/keep-focus";

function show() {
  const [keys, setKeys] = createSignal(["a", "b", "c"]);
  function List() {
    let list: HTMLUListElement | undefined;
    keepFocus(() => list, keys);
    return (
      <ul
        ref={(element) => {
          list = element;
        }}
        tabindex={-1}
      >
        <For each={keys()}>
          {(key) => (
            <li>
              <button type="button">{key}</button>
            </li>
          )}
        </For>
      </ul>
    );
  }
  document.body.innerHTML = "";
  onTestFinished(render(() => <List />, document.body));
  const button = (key: string) => [...document.querySelectorAll("button")].find((one) => one.textContent === key);
  return { setKeys, button, focused: () => document.activeElement };
}

test("The focus stays with what changes places", async () => {
  const { setKeys, button, focused } = show();
  button("b")?.focus();
  setKeys(["b", "c", "a"]);
  await Promise.resolve();
  expect(focused()).toBe(button("b"));
});

test("The list has it when what had it goes, unless something else wants it at once", async () => {
  const { setKeys, button, focused } = show();
  button("b")?.focus();
  setKeys(["a", "c"]);
  await Promise.resolve();
  expect(focused()?.tagName).toBe("UL");
  const undo = document.body.appendChild(document.createElement("input"));
  button("a")?.focus();
  setKeys(["c"]);
  undo.focus();
  await Promise.resolve();
  expect(focused()).toBe(undo);
});
