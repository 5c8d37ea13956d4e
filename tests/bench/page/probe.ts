/** What the bench asks of a page from inside; `performance.now()` of that page throughout, in milliseconds. */
export interface Probe {
  /** Resolves with the time at which a frame with the word readable inside `within` was on screen. */
  readable(word: string, within: string): Promise<number>;
  /** Presses the button that fits as soon as it is there; resolves with that time and `readable`'s. */
  press(buttons: string, label: string, word: string, within: string): Promise<{ pressed: number; readable: number }>;
  /** Resolves with the time at which a frame with something that fits was on screen and could be pressed. */
  usable(selector: string): Promise<number>;
  /** Tasks of more than 50 ms since the last call, as start and length. */
  longTasks(): [start: number, length: number][];
  /** From now on notes when each numbered word (`n17`) was painted. */
  watchNumbers(): void;
  /** When each of them was, in ms since the epoch, by its number. */
  numbers(): Record<number, number>;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/**
 * Runs in every page before its own scripts; it is handed over as text and must not refer to anything outside itself. Idle
 * until it is asked, except that the browser tells it of long tasks.
 */
export function installProbe(): void {
  const long: [number, number][] = [];
  const painted: Record<number, number> = {};
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) long.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });

  /** After the frame that is being made: a task queued in its animation callback runs when it is done. */
  function afterPaint(): Promise<number> {
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          channel.port1.close();
          resolve(performance.now());
        };
        channel.port2.postMessage(undefined);
      });
    });
  }

  /** Asks in each frame, then waits for that frame to be painted. */
  function inFrame<T>(look: () => T | undefined): Promise<{ value: T; at: number }> {
    return new Promise((resolve) => {
      const frame = () => {
        const value = look();
        if (value === undefined) requestAnimationFrame(frame);
        else void afterPaint().then((at) => resolve({ value, at }));
      };
      frame();
    });
  }

  function isSeen(element: Element, box: DOMRect): boolean {
    if (box.width === 0 || box.height === 0) return false;
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const top = document.elementFromPoint(x, y);
    return top !== null && (top.contains(element) || element.contains(top));
  }

  /** From the end, where what is awaited appears. */
  function findText(node: Node, word: string): Text | undefined {
    if (node instanceof Text) return node.data.includes(word) ? node : undefined;
    for (let child = node.lastChild; child; child = child.previousSibling) {
      const found = findText(child, word);
      if (found) return found;
    }
    return undefined;
  }

  /** Looks once at what is there and from then on only at what comes: else looking would cost more than showing. */
  async function readable(word: string, within: string): Promise<number> {
    let text: Text | undefined;
    const find = (node: Node) => {
      text = findText(node, word) ?? text;
    };
    const observer = new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        if (type === "characterData") find(target);
        else for (const node of addedNodes) find(node);
      }
    });
    find(document);
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    const look = (): true | undefined => {
      if (!text?.isConnected || !text.parentElement?.closest(within)) return undefined;
      const range = document.createRange();
      range.selectNodeContents(text);
      return isSeen(text.parentElement, range.getBoundingClientRect()) || undefined;
    };
    const { at } = await inFrame(look);
    observer.disconnect();
    return at;
  }

  window.probe = {
    readable,
    async press(buttons, label, word, within) {
      const { value: button } = await inFrame(() =>
        [...document.querySelectorAll<HTMLElement>(buttons)].find((one) => one.textContent?.trim() === label),
      );
      const pressed = performance.now();
      button.click();
      return { pressed, readable: await readable(word, within) };
    },
    async usable(selector) {
      const look = () => {
        const found = document.querySelector(selector);
        return found && isSeen(found, found.getBoundingClientRect()) ? found : undefined;
      };
      return (await inFrame(look)).at;
    },
    longTasks: () => long.splice(0),
    watchNumbers() {
      let newest = -1;
      let told = -1;
      let asked = false;
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records) {
          for (const node of addedNodes.length > 0 ? addedNodes : [target]) {
            for (const [, digits] of (node.textContent ?? "").matchAll(/\bn(\d+)\b/g)) {
              newest = Math.max(newest, Number(digits));
            }
          }
        }
        if (newest === told || asked) return;
        asked = true;
        // What is in the document when the frame is made is in the frame.
        requestAnimationFrame(() => {
          asked = false;
          const seen = newest;
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            channel.port1.close();
            while (told < seen) painted[++told] = performance.timeOrigin + performance.now();
          };
          channel.port2.postMessage(undefined);
        });
      }).observe(document, { childList: true, characterData: true, subtree: true });
    },
    numbers: () => painted,
  };
}
