import { type Accessor, createContext, useContext } from "solid-js";
import type { OutboxEntry, Request, RunStatus, Session, SessionKey, Transcript } from "../../lib/model";
import type { Sought } from "../app/context";

/** Whether the session is being searched, and what of it has to be unfolded for that. */
export interface FindSwitch {
  /** How often it was asked for since it was opened last; 0 while it is closed. */
  asked: Accessor<number>;
  open(): void;
  close(): void;
  /** What is to be found at once; once. */
  takeSought(): Sought | undefined;
  /** What is unfolded, or shown whole, because somebody was led to it. */
  revealed: Accessor<Revealed | undefined>;
  /** Without it, a long text shows its end again. */
  reveal(revealed: Revealed | undefined): void;
}

export interface Revealed {
  /** Id of a piece: a part's, or a message's for a user's words. */
  pieceId: string;
  /** Offset in a text that is too long to be shown as a whole. */
  from?: number | undefined;
}

/** The session on show, for everything inside its conversation. All accessors follow the state. */
export interface Chat {
  key: SessionKey;
  session: Accessor<Session>;
  transcript: Accessor<Transcript>;
  status: Accessor<RunStatus>;
  /** Whether the agent runs or waits for a retry. */
  working: Accessor<boolean>;
  /** Whether what is shown is known to be what the server has now. */
  live: Accessor<boolean>;
  requests: Accessor<Request[]>;
  /** The midnight before now, ms since the epoch: what times are told from. */
  today: Accessor<number>;
  /** The server's time, every second. */
  now: Accessor<number>;
  find: FindSwitch;
  /** Takes a prompt that was not sent back into the composer. Rejects with a `FaultError`. */
  edit(entry: OutboxEntry): Promise<void>;
}

const ChatContext = createContext<Chat>();
export const ChatProvider = ChatContext.Provider;

export function useChat(): Chat {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error("useChat outside of ChatProvider");
  return chat;
}
