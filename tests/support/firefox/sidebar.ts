import { writeFile } from "node:fs/promises";
import { type AxeViolation, runAxe } from "../axe";
import { until } from "../until";
import type { Bidi } from "./bidi";
import { pressActions, typeActions } from "./keys";

/** An element of the sidebar's document, named as a user or a screen reader would name it, or by a CSS selector. */
export type Target = { role: string; name?: string } | { css: string };

/** The document in Firefox's real sidebar, driven by real (trusted) mouse and key events. */
export interface Sidebar {
  /** Evaluates an expression in the document, `browser.*` included; the value comes back as JSON carries it. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits until the expression gives something truthy, and returns that. */
  waitFor(expression: string, timeout?: number): Promise<unknown>;
  /** Waits for the element, scrolls it into view, and clicks its middle when it stands still. */
  click(target: Target): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  /** Presses one key or chord: "Enter", "Shift+Enter", "Control+a". */
  press(chord: string): Promise<void>;
  /** Clicks a text field, replaces what it holds. */
  fill(target: Target, text: string): Promise<void>;
  /** Waits for the element and returns its text content. */
  text(target: Target): Promise<string>;
  /** How many elements fit at this moment. */
  count(target: Target): Promise<number>;
  /** Waits until there is such an element, or until there is none. */
  appears(target: Target, timeout?: number): Promise<void>;
  disappears(target: Target, timeout?: number): Promise<void>;
  /** Writes a PNG of the document as it is visible. */
  screenshot(file: string): Promise<void>;
  /** The accessibility rules the document breaks. */
  axe(): Promise<AxeViolation[]>;
}

interface Node {
  sharedId: string;
}

/** @param context The BiDi context of the sidebar's document, see `adoptSidebar`. */
export function sidebarDriver(bidi: Bidi, context: string): Sidebar {
  const evaluate = (expression: string) => bidi.evaluate(context, expression);

  async function locate(target: Target): Promise<Node[]> {
    const locator =
      "css" in target ? { type: "css", value: target.css } : { type: "accessibility", value: { ...target } };
    const found = await bidi.send("browsingContext.locateNodes", { context, locator });
    return (found as { nodes: Node[] }).nodes;
  }

  const first = (target: Target, timeout = 30_000) =>
    until(async () => (await locate(target))[0], `In the sidebar: ${JSON.stringify(target)}`, { timeout });

  const onNode = async (node: Node, functionDeclaration: string) => {
    const called = await bidi.send("script.callFunction", {
      functionDeclaration,
      arguments: [{ sharedId: node.sharedId }],
      target: { context },
      awaitPromise: true,
    });
    return (called as { result?: { value?: unknown } }).result?.value;
  };

  const act = (actions: object[]) => bidi.send("input.performActions", { context, actions });
  const keys = (actions: object[]) => act([{ type: "key", id: "keyboard", actions }]);

  async function click(target: Target): Promise<void> {
    const node = await first(target);
    await onNode(node, `(element) => element.scrollIntoView({ block: "nearest", behavior: "instant" })`);
    await onNode(node, AT_REST);
    const origin = { type: "element", element: { sharedId: node.sharedId } };
    const move = { type: "pointerMove", x: 0, y: 0, origin };
    const press = { type: "pointerDown", button: 0 };
    const release = { type: "pointerUp", button: 0 };
    await act([{ type: "pointer", id: "mouse", actions: [move, press, release] }]);
  }

  const type = async (text: string) => void (await keys(typeActions(text)));
  const press = async (chord: string) => void (await keys(pressActions(chord)));

  return {
    evaluate,
    waitFor: (expression, timeout = 30_000) =>
      until(() => evaluate(expression), `In the sidebar: ${expression}`, { timeout }),
    click,
    type,
    press,
    async fill(target, text) {
      await click(target);
      await press(process.platform === "darwin" ? "Meta+a" : "Control+a");
      await press("Delete");
      await type(text);
    },
    text: async (target) => String(await onNode(await first(target), "(element) => element.textContent ?? ''")),
    count: async (target) => (await locate(target)).length,
    async appears(target, timeout) {
      await first(target, timeout);
    },
    async disappears(target, timeout = 30_000) {
      const gone = async () => (await locate(target)).length === 0;
      await until(gone, `Gone from the sidebar: ${JSON.stringify(target)}`, { timeout });
    },
    async screenshot(file) {
      const { data } = (await bidi.send("browsingContext.captureScreenshot", { context })) as { data: string };
      await writeFile(file, Buffer.from(data, "base64"));
    },
    axe: () => runAxe(evaluate),
  };
}

/** Resolves when the element has been in one place for two frames. */
const AT_REST = `(element) => new Promise((resolve) => {
  const look = (before) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const now = [x, y, width, height].join();
    if (now === before) resolve();
    else requestAnimationFrame(() => look(now));
  };
  look();
})`;
