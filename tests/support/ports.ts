import type { Browser } from "wxt/browser";

type Handler = (message: unknown) => void;

/** One end of a simulated port. */
interface End {
  handlers: Set<Handler>;
  disconnected: Set<() => void>;
}

export interface PortPair {
  panel: Browser.runtime.Port;
  background: Browser.runtime.Port;
  /** The background dies: the panel's end hears of it, and no message comes through any more. */
  breakIt(): void;
}

/**
 * A simulated pair of connected ports: messages are copied as a browser copies them, arrive later and in order. The real one
 * is driven by the end-to-end tests; here it breaks at a chosen moment.
 *
 * @param limit characters of the JSON of a message that is still taken: Chromium has 64 MiB
 */
export function portPair(limit = Number.POSITIVE_INFINITY): PortPair {
  const ends: [End, End] = [newEnd(), newEnd()];
  let isOpen = true;
  let isDead = false;

  function port(own: End, other: End): Browser.runtime.Port {
    return {
      name: "panel",
      postMessage(message: unknown) {
        if (isDead && own === ends[1]) return;
        if (!isOpen) throw new Error("Attempting to use a disconnected port object");
        // Chromium's words.
        if (JSON.stringify(message).length > limit) throw new Error("Message exceeded maximum allowed size of 64MiB.");
        const copy = structuredClone(message);
        queueMicrotask(() => {
          if (isOpen) for (const handler of other.handlers) handler(copy);
        });
      },
      disconnect() {
        if (!isOpen) return;
        isOpen = false;
        for (const run of other.disconnected) run();
      },
      onMessage: listeners(own.handlers),
      onDisconnect: listeners(own.disconnected),
    } as unknown as Browser.runtime.Port;
  }

  return {
    panel: port(ends[0], ends[1]),
    background: port(ends[1], ends[0]),
    breakIt() {
      if (!isOpen) return;
      isOpen = false;
      isDead = true;
      for (const run of ends[0].disconnected) run();
    },
  };
}

function newEnd(): End {
  return { handlers: new Set(), disconnected: new Set() };
}

function listeners<T>(set: Set<T>) {
  return { addListener: (run: T) => void set.add(run), removeListener: (run: T) => void set.delete(run) };
}
