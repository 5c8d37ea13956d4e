import { type Discovery, type FaultKind, type ServerInfo, toFault } from "../model";
import { connectClient } from "../opencode/connect";
import type { Surroundings } from "../sync/surroundings";
import type { Store } from "./store";

/** Where `opencode serve` listens unless told otherwise. */
export const DEFAULT_URL = "http://127.0.0.1:4096";
const PAUSE = 2_000;

/** Faults of which only an OpenCode server can be the cause. */
const ANSWERS: ReadonlySet<FaultKind> = new Set<FaultKind>([
  "refused-credentials",
  "version-too-old",
  "version-unsupported",
]);

/**
 * Looks for a server at the default address, again and again while nobody is connected to any and somebody looks.
 *
 * @param onFound called with an address that answers without a password
 */
export function createDiscovery(
  store: Store,
  surroundings: Surroundings,
  onFound: (url: string, info: ServerInfo) => Promise<void>,
) {
  let control: AbortController | undefined;

  async function look(signal: AbortSignal): Promise<void> {
    try {
      const client = await connectClient({ url: DEFAULT_URL, headers: {} }, surroundings, () => undefined, signal);
      if (!signal.aborted) await onFound(DEFAULT_URL, client.info);
      return;
    } catch (error) {
      if (signal.aborted) return;
      const fault = toFault(error);
      const next: Discovery = ANSWERS.has(fault.kind)
        ? { status: "found", url: DEFAULT_URL, fault }
        : { status: "looking", url: DEFAULT_URL };
      if (store.state.discovery.status !== next.status) {
        store.dispatch({ type: "discovery.changed", discovery: next });
      }
    }
    surroundings.timer(PAUSE, () => {
      if (!signal.aborted) void look(signal);
    });
  }

  return {
    /** Starts or stops, as wanted. */
    set(wanted: boolean): void {
      if (wanted === (control !== undefined)) return;
      if (wanted) {
        control = new AbortController();
        store.dispatch({ type: "discovery.changed", discovery: { status: "looking", url: DEFAULT_URL } });
        void look(control.signal);
      } else {
        control?.abort();
        control = undefined;
        store.dispatch({ type: "discovery.changed", discovery: { status: "off" } });
      }
    },
  };
}
