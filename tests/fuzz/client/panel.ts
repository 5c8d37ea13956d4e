import { createPanelState } from "../../../components/app/panel-state";
import { FIRST_PAUSE } from "../../../components/chat/create-opening";
import type { Background } from "../../../lib/bridge/background";
import type { Attention } from "../../../lib/bridge/messages";
import { createPanelLink } from "../../../lib/bridge/panel-link";
import { FaultError, type SessionKey, splitSessionKey } from "../../../lib/model";
import type { Owner, VirtualTime } from "../virtual-time";
import type { SimulatedPort } from "./port";

/** Milliseconds from what comes to the frame that shows it. */
const FRAME = 16;

/** What became of a prompt, as its panel knows. `calling`: nothing yet; `kept`: the call failed, the text is still in the composer. */
export interface SentPrompt {
  text: string;
  key: SessionKey;
  messageId?: string;
  fate: "calling" | "handed over" | "kept";
  /** It waits while the agent works. */
  queue?: true;
  /** The user took it back into the composer. */
  isDiscarded?: boolean;
}

export interface Panel {
  owner: Owner;
  background: Background;
  state: ReturnType<typeof createPanelState>["state"];
  isLinked(): boolean;
  /** The session on show, whether the panel can be seen or not. */
  onShow(): SessionKey | undefined;
  /** Turns to a session, or home, as the app does. */
  show(key: SessionKey | undefined): void;
  /** Its window is covered or minimised, or is so no more. */
  setVisible(visible: boolean): void;
  send(prompt: SentPrompt): void;
  /** Takes the faults that a call may have; anything else is a surprise. */
  expected(error: unknown): void;
  close(): void;
}

export interface PanelDeps {
  number: number;
  time: VirtualTime;
  /** Wakes the background, if it has to be. */
  connect(): SimulatedPort;
  onSurprise(what: string): void;
}

/** A panel without what is seen of it: the real link, the real copy of the state, and the calls the app's components make. */
export function openPanel({ number, time, connect, onSurprise }: PanelDeps): Panel {
  const owner: Owner = `panel ${number}`;
  const held = createPanelState();
  let shown: SessionKey | undefined;
  let isVisible = true;
  let port: SimulatedPort | undefined;
  let isLinked = false;
  /** The session on show could not be fetched; it is tried again when its server is connected. */
  let hasFailed = false;
  let wasConnected = false;

  const link = time.as(owner, () =>
    createPanelLink({
      connect() {
        port = connect();
        return port.panel;
      },
      windowId: number,
      nextFrame: (run) => (isVisible ? time.timer(FRAME, run, owner) : undefined),
      attention,
      onSnapshot: (state) => look(() => held.replace(state, shown)),
      onEvents: (events) => look(() => held.apply(events, shown)),
      async onContext() {},
      onStatus: (status) => {
        isLinked = status === "connected";
      },
      onShow: () => onSurprise("nobody has asked the panel to show a session"),
      onClose: () => onSurprise("nobody has asked the panel to close"),
    }),
  );

  /** Nobody reads in a panel that cannot be seen. */
  function attention(): Attention {
    return { visible: isVisible, ...(isVisible && shown !== undefined ? { watching: shown } : {}) };
  }

  function look(change: () => void): void {
    change();
    const server = shown === undefined ? undefined : held.state.servers[splitSessionKey(shown).server];
    const isConnected = server?.connection.status === "connected";
    if (isConnected && !wasConnected && hasFailed) fetchShown();
    wasConnected = isConnected;
  }

  function fetchShown(): void {
    const key = shown;
    if (key === undefined) return;
    hasFailed = false;
    link.background.openSession(key).catch((error: unknown) => {
      expected(error);
      if (shown !== key) return;
      hasFailed = true;
      const again = () => {
        if (shown === key && hasFailed && wasConnected && isVisible) fetchShown();
      };
      time.timer(FIRST_PAUSE, again, owner);
    });
  }

  function expected(error: unknown): void {
    if (!(error instanceof FaultError) || error.fault.kind === "internal") onSurprise(`a call failed: ${error}`);
  }

  return {
    owner,
    background: link.background,
    state: held.state,
    isLinked: () => isLinked,
    expected,
    onShow: () => shown,
    show(key) {
      if (shown === key) return;
      shown = key;
      link.attend();
      held.keepTranscript(key);
      fetchShown();
    },
    setVisible(visible) {
      if (isVisible === visible) return;
      isVisible = visible;
      link.attend();
      if (shown && visible) fetchShown();
    },
    send(prompt) {
      const { key, text, queue } = prompt;
      const { background } = link;
      background
        .identify(key)
        .then((messageId) => {
          prompt.messageId = messageId;
          return background.send({ key, messageId, text, context: [], ...(queue ? { queue } : {}) });
        })
        .then(
          () => {
            prompt.fate = "handed over";
          },
          (error: unknown) => {
            expected(error);
            prompt.fate = "kept";
          },
        );
    },
    close() {
      port?.end("panel");
      time.drop(owner);
    },
  };
}
