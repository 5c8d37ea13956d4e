import { type Accessor, createContext, useContext } from "solid-js";
import type { OutboxEntry, Request, RunStatus, Session, SessionKey, Transcript } from "../../lib/model";

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
