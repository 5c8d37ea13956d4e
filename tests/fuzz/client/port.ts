import type { Browser } from "wxt/browser";
import type { Owner, VirtualTime } from "../virtual-time";

/** A simulated port between a panel and the background: messages are copied, take a little time and keep their order. */
export interface SimulatedPort {
  panel: Browser.runtime.Port;
  background: Browser.runtime.Port;
  /** One side is gone: the other hears of it, the gone one of nothing any more. */
  end(gone: "panel" | "background"): void;
}

interface End {
  owner: Owner;
  isGone: boolean;
  onMessage: Set<(message: unknown) => void>;
  onDisconnect: Set<() => void>;
  /** When the last message on its way here arrives. */
  busyUntil: number;
}

export function simulatePort(time: VirtualTime, panel: Owner, background: Owner, latency: () => number): SimulatedPort {
  const end = (owner: Owner): End => ({
    owner,
    isGone: false,
    onMessage: new Set(),
    onDisconnect: new Set(),
    busyUntil: 0,
  });
  const ends = { panel: end(panel), background: end(background) };
  let isOpen = true;

  function deliver(to: End, work: () => void): void {
    to.busyUntil = Math.max(to.busyUntil, time.now + latency());
    time.timer(to.busyUntil - time.now, () => void (to.isGone || time.as(to.owner, work)), to.owner);
  }

  function port(own: End, other: End): Browser.runtime.Port {
    return {
      name: "panel",
      postMessage(message: unknown) {
        if (own.isGone) return;
        if (!isOpen) throw new Error("Attempting to use a disconnected port object");
        const copy = structuredClone(message);
        deliver(other, () => {
          for (const run of other.onMessage) run(copy);
        });
      },
      onMessage: { addListener: (run: (message: unknown) => void) => void own.onMessage.add(run) },
      onDisconnect: { addListener: (run: () => void) => void own.onDisconnect.add(run) },
    } as unknown as Browser.runtime.Port;
  }

  return {
    panel: port(ends.panel, ends.background),
    background: port(ends.background, ends.panel),
    end(gone) {
      if (!isOpen) return;
      const left = gone === "panel" ? ends.background : ends.panel;
      ends[gone].isGone = true;
      deliver(left, () => {
        isOpen = false;
        left.isGone = true;
        for (const run of left.onDisconnect) run();
      });
    },
  };
}
