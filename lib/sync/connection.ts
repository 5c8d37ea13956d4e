import { type ConnectionState, type Fault, FaultError, type FaultKind, toFault, type WireEvent } from "../model";
import type { OpenCodeClient } from "../opencode/client";
import { connectClient } from "../opencode/connect";
import type { Endpoint } from "../opencode/http";
import { backoff } from "./backoff";
import type { Journal } from "./journal";
import { metered } from "./metered";
import { type Surroundings, sleep } from "./surroundings";
import { startWatchdog } from "./watchdog";

/*
 * State of a connection:
 *
 *                                  ┌─────renew, slept───────┐
 *                                  ▼                        │
 *   disconnected ──start──▶ connecting ──stream open──▶ connected
 *        ▲                    │    ▲                        │
 *        │ stop          fault│    │ time is up, "now",     │ stream ended, silent,
 *        │                    ▼    │ online, wake           ▼ or a refetch failed
 *   (any state)          reconnecting ◀─────────────────────┘
 *                             │
 *                fatal fault ─┴─▶ failed ──"now", profile changed──▶ connecting
 *
 * `offline` stands in for `reconnecting` while the browser says there is no network. `asleep` is `stop` without the user
 * having asked for it: nobody looks and nothing runs.
 */

/** Faults that time does not heal. */
const FATAL: ReadonlySet<FaultKind> = new Set<FaultKind>([
  "refused-credentials",
  "host-permission-missing",
  "not-opencode",
  "version-too-old",
  "version-unsupported",
  "secret-unreadable",
]);

/** V1 sends a heartbeat every 10 s; two and a half of them missing is a dead stream. */
const SILENCE = 25_000;
/** How long a server may take to begin its stream; one that boots may never answer. */
const FIRST_BYTE = 10_000;
/** A try that is asked for anew after so many milliseconds is given up for another one. */
const STALE_TRY = 1_000;
/** A stream that was open for this long has worked: its end is a new trouble, and no more of the last. */
const STEADY = 5_000;
/** A stream as young as this, in milliseconds, was opened by the way that is there now: several panels tell of the same return. */
const YOUNG = 1_000;
/** Ends a stream of which nobody knows whether it is alive, for a new one: no trouble, and nothing to wait for. */
const RENEWED = new DOMException("renewed", "AbortError");

export interface ConnectionDeps {
  surroundings: Surroundings;
  /** Reads the profile and opens its secrets. @throws FaultError `secret-unreadable` */
  endpoint(): Promise<Endpoint>;
  onState(connection: ConnectionState): void;
  onClient(client: OpenCodeClient): void;
  onEvent(event: WireEvent): void;
  journal: Journal;
  /** The stream is open: fetch what may have been missed. A rejection counts as a broken connection. */
  onOpen(client: OpenCodeClient, signal: AbortSignal): Promise<void>;
  /** The stream was open and is not any more. */
  onGap(): void;
}

export interface Connection {
  start(): void;
  stop(state: "disconnected" | "asleep"): void;
  /**
   * Tries at once: the user asked, or a panel was opened. A try that is under way is followed by another one if it fails. Does
   * nothing while connected.
   */
  retry(): void;
  /**
   * The same, and a stream that is open is given up for a new one: the network was away or the device asleep, and who was cut off
   * by that is not told.
   */
  renew(): void;
  /** The client while the stream is open. */
  client(): OpenCodeClient | undefined;
}

export function createConnection(deps: ConnectionDeps): Connection {
  const { surroundings } = deps;
  let running: AbortController | undefined;
  let wait: AbortController | undefined;
  /** A try whose stream is not open yet. */
  let opening: { since: number; end: AbortController } | undefined;
  /** The stream that is open. */
  let current: { since: number; end: AbortController } | undefined;
  /** The next try does not wait for its time. */
  let isHurried = false;
  let client: OpenCodeClient | undefined;

  function setState(state: ConnectionState): void {
    deps.journal.state(state);
    deps.onState(state);
  }

  /** Waits for `ms` (for ever when undefined) or for `retry`; throws when stopped. */
  async function pause(ms: number | undefined, stopped: AbortSignal): Promise<void> {
    const woken = new AbortController();
    wait = woken;
    const either = AbortSignal.any([stopped, woken.signal]);
    try {
      if (ms !== undefined) await sleep(surroundings, ms, either);
      else await new Promise((_, reject) => either.addEventListener("abort", reject, { once: true }));
    } catch {
      // Woken or stopped; which of them is asked next.
    } finally {
      wait = undefined;
    }
    stopped.throwIfAborted();
  }

  /** One connection from the first request to its end. Never returns normally. */
  async function attempt(stopped: AbortSignal, onConnected: () => void): Promise<never> {
    const ended = new AbortController();
    let found: OpenCodeClient | undefined;
    const own = { since: surroundings.now(), end: ended };
    opening = own;
    const signal = AbortSignal.any([stopped, ended.signal]);
    const { journal } = deps;
    const silent = () => new FaultError({ kind: "timed-out", detail: "the event stream fell silent" });
    const watchdog = startWatchdog(surroundings, FIRST_BYTE, (why) =>
      ended.abort(why === "sleep" ? RENEWED : silent()),
    );
    try {
      const answering = await connectClient(
        await deps.endpoint(),
        metered(surroundings, journal),
        journal.skipped,
        signal,
      );
      found = answering;
      deps.onClient(answering);
      watchdog.feed(FIRST_BYTE);
      await answering.stream({
        signal,
        onOpen() {
          client = answering;
          opening = undefined;
          current = { since: surroundings.now(), end: ended };
          isHurried = false;
          onConnected();
          deps.onOpen(answering, signal).catch((error: unknown) => ended.abort(error));
        },
        onBytes(count) {
          watchdog.feed(SILENCE);
          journal.bytes(count);
        },
        onEvent(event) {
          journal.applied(event.type);
          deps.onEvent(event);
        },
        onNoise: journal.noise,
        onHeartbeat: journal.heartbeat,
        onSkipped: journal.skipped,
      });
      throw new FaultError({ kind: "unreachable", detail: "the server closed the event stream" });
    } catch (error) {
      throw ended.signal.aborted ? ended.signal.reason : error;
    } finally {
      watchdog.stop();
      ended.abort();
      if (opening === own) opening = undefined;
      if (current?.end === ended) current = undefined;
      // Another start may have made another client meanwhile.
      if (client === found) client = undefined;
    }
  }

  async function run(stopped: AbortSignal): Promise<never> {
    let failures = 0;
    let everConnected = false;
    for (;;) {
      if (!surroundings.isOnline()) {
        setState({ status: "offline" });
        // Loopback works without a network: it is tried all the same, just not often.
        await pause(backoff(7, surroundings.random), stopped);
      } else if (failures === 0) {
        setState({ status: "connecting", since: surroundings.now() });
      }
      let openSince: number | undefined;
      try {
        await attempt(stopped, () => {
          openSince = surroundings.now();
          everConnected = true;
          setState({ status: "connected", since: openSince });
        });
      } catch (error) {
        if (openSince !== undefined) deps.onGap();
        stopped.throwIfAborted();
        if (error === RENEWED) {
          failures = 0;
          continue;
        }
        const fault = toFault(error);
        if (openSince !== undefined && surroundings.now() - openSince >= STEADY) failures = 0;
        failures += 1;
        const delay = isHurried ? 0 : backoff(failures, surroundings.random);
        isHurried = false;
        if (isFatal(fault, everConnected)) {
          setState({ status: "failed", fault });
          await pause(undefined, stopped);
          failures = 0;
          continue;
        }
        setState({ status: "reconnecting", attempt: failures, nextTryAt: surroundings.now() + delay, fault });
        await pause(delay, stopped);
      }
    }
  }

  function retry(): void {
    wait?.abort();
    if (!opening) return;
    isHurried = true;
    // It may hang on a way that is there no more.
    const isOld = surroundings.now() - opening.since > STALE_TRY;
    if (isOld) opening.end.abort(new FaultError({ kind: "timed-out", detail: "it was tried anew" }));
  }

  return {
    start() {
      if (running) return;
      const control = new AbortController();
      running = control;
      run(control.signal).catch((error: unknown) => {
        // A stop ends the loop this way; anything else is a defect and is shown as one.
        if (!control.signal.aborted) setState({ status: "failed", fault: toFault(error) });
      });
    },
    stop(state) {
      running?.abort(new DOMException("stopped", "AbortError"));
      running = undefined;
      opening = undefined;
      current = undefined;
      isHurried = false;
      client = undefined;
      setState({ status: state });
    },
    retry,
    renew() {
      if (!current) return retry();
      if (surroundings.now() - current.since > YOUNG) current.end.abort(RENEWED);
    },
    client: () => client,
  };
}

/** A page of a proxy in place of a server that has answered before is a passing fault, not a wrong address. */
function isFatal(fault: Fault, everConnected: boolean): boolean {
  return FATAL.has(fault.kind) && !(everConnected && fault.kind === "not-opencode");
}
