import { browser } from "wxt/browser";

export interface KeepAlive {
  /** Keeps the background alive until the returned function is called; calling that again does nothing. */
  hold(): () => void;
  readonly held: boolean;
}

/** The background dies after 30 s without an extension API call or event; an open stream does not count. */
const INTERVAL_MS = 20_000;

/**
 * Keeps the background alive while anybody holds it: one cheap API call at once and every 20 s, which starts the browser's idle
 * timer again (measured in Chromium 156 and Firefox 153). Not held, it has no timer.
 */
export function createKeepAlive(call: () => Promise<unknown> = () => browser.runtime.getPlatformInfo()): KeepAlive {
  let holders = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const tick = () => {
    call().catch((error: unknown) => console.warn("The call that keeps the background alive failed", error));
  };

  return {
    hold() {
      let released = false;
      holders++;
      if (holders === 1) {
        tick();
        timer = setInterval(tick, INTERVAL_MS);
      }
      return () => {
        if (released) return;
        released = true;
        holders--;
        if (holders === 0) clearInterval(timer);
      };
    },
    get held() {
      return holders > 0;
    },
  };
}
