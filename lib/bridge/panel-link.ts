import type { Browser } from "wxt/browser";
import { type Fault, FaultError, reduceState, type State, type StateEvent } from "../model";
import type { ContextItem } from "../page/context";
import { BACKGROUND_CALLS, type Background } from "./background";
import { createGather, type NextFrame } from "./gather";
import { type Attention, type BackgroundMessage, type Destination, PANEL_PORT, type PanelMessage } from "./messages";

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2_000;

export interface LinkDeps {
  connect(name: string): Browser.runtime.Port;
  windowId: number;
  nextFrame: NextFrame;
  /** What the panel tells of itself whenever it connects. */
  attention(): Attention;
  onSnapshot(state: State): void;
  /** At most once a frame, and before anything that was told after them. */
  onEvents(events: StateEvent[]): void;
  /** Resolves when the items are in a stored draft. */
  onContext(items: ContextItem[]): Promise<void>;
  onStatus(status: "connected" | "reconnecting"): void;
  /** The user wants to see a session. */
  onShow(place: Destination): void;
  /** The user wants the panel gone. */
  onClose(): void;
}

interface Pending {
  message: Extract<PanelMessage, { type: "call" }>;
  isRepeatable: boolean;
  /** It was made before, and its outcome is unknown. */
  isRepeat?: true;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

type StateMessage = Extract<BackgroundMessage, { type: "snapshot" | "events" }>;

/** Both as one message; `more` as the second says. */
function joined(begun: StateMessage | undefined, next: Extract<StateMessage, { type: "events" }>): StateMessage {
  if (!begun) return next;
  const { more: _, ...first } = begun;
  const more = next.more ? { more: next.more } : {};
  if (first.type === "events") return { ...first, events: [...first.events, ...next.events], ...more };
  return { ...first, state: next.events.reduce(reduceState, first.state), ...more };
}

/**
 * The panel's end of the port: keeps one open for as long as the panel lives. The background may die at any moment;
 * opening the port again wakes it, and its snapshot brings everything up to date. `attend` is to be called when the
 * panel's attention has changed.
 */
export function createPanelLink(deps: LinkDeps): { background: Background; attend(): void } {
  const pending = new Map<number, Pending>();
  const events = createGather(deps.nextFrame, deps.onEvents);
  let port: Browser.runtime.Port | undefined;
  let lastId = 0;
  let pause = FIRST_PAUSE;
  /** What has come of something that comes in several messages. */
  let begun: StateMessage | undefined;

  function post(message: PanelMessage): void {
    port?.postMessage(message);
  }

  function receive(incoming: BackgroundMessage): void {
    const message = incoming.type === "events" ? joined(begun, incoming) : incoming;
    begun = undefined;
    if ("more" in message) begun = message;
    else take(message);
  }

  function take(message: BackgroundMessage): void {
    // What is told after events finds them applied.
    if (message.type !== "events") events.flush();
    switch (message.type) {
      case "events":
        events.add(message.events);
        break;
      case "snapshot":
        pause = FIRST_PAUSE;
        deps.onSnapshot(message.state);
        deps.onStatus("connected");
        break;
      case "result":
        pending.get(message.id)?.resolve(message.value);
        pending.delete(message.id);
        break;
      case "fault":
        settle(message.id, message.fault);
        break;
      case "context":
        void deps.onContext(message.items).then(() => {
          post({ type: "context.taken", ids: message.items.map((item) => item.id) });
        });
        break;
      case "show":
        deps.onShow({ key: message.key, ...(message.request === undefined ? {} : { request: message.request }) });
        break;
      case "close":
        deps.onClose();
        break;
    }
  }

  function settle(id: number, fault: Fault): void {
    const call = pending.get(id);
    pending.delete(id);
    // It was this call's first try that was the answer.
    if (call?.isRepeat && fault.kind === "already-answered") call.resolve(undefined);
    else call?.reject(new FaultError(fault));
  }

  function lost(): void {
    port = undefined;
    begun = undefined;
    deps.onStatus("reconnecting");
    for (const [id, call] of pending) {
      if (call.isRepeatable) {
        call.isRepeat = true;
        if (call.message.name === "send") call.message = { ...call.message, args: [call.message.args[0], true] };
        continue;
      }
      pending.delete(id);
      call.reject(new FaultError({ kind: "aborted", detail: "the extension was restarted meanwhile" }));
    }
    setTimeout(open, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  function open(): void {
    let opened: Browser.runtime.Port;
    try {
      opened = deps.connect(PANEL_PORT);
    } catch {
      // The extension was updated or removed under this page; the browser closes it by itself.
      setTimeout(open, LONGEST_PAUSE);
      return;
    }
    port = opened;
    opened.onMessage.addListener(receive);
    opened.onDisconnect.addListener(lost);
    post({ type: "hello", windowId: deps.windowId, ...deps.attention() });
    for (const call of pending.values()) post(call.message);
  }

  function call(name: string, isRepeatable: boolean, args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      lastId += 1;
      const message = { type: "call" as const, id: lastId, name, args };
      pending.set(lastId, { message, isRepeatable, resolve, reject });
      post(message);
    });
  }

  open();
  const entries = Object.entries(BACKGROUND_CALLS).map(([name, { isRepeatable }]) => {
    return [name, (...args: unknown[]) => call(name, isRepeatable, args)];
  });
  return {
    background: Object.fromEntries(entries) as unknown as Background,
    attend: () => post({ type: "watch", ...deps.attention() }),
  };
}
