import type { Catalog } from "./catalog";
import type { Fault } from "./fault";
import type { MessageId, PartId, RequestId, SessionId } from "./ids";
import type { Message } from "./message";
import type { Part } from "./part";
import type { Request } from "./request";
import type { ConnectionState, ServerInfo, ServerProfile } from "./server";
import type { Activity, Project, RunStatus, Session, Todo } from "./session";
import type { MessageWithParts, Transcript } from "./transcript";

/** What a server's stream tells. An adapter makes these from the wire. */
export type WireEvent =
  | { type: "session.upserted"; session: Session }
  | { type: "session.removed"; sessionId: SessionId }
  | { type: "session.status"; sessionId: SessionId; status: RunStatus }
  /** `name` is the server's class of error; `MessageAbortedError` is the user's own Stop. */
  | { type: "session.error"; sessionId: SessionId; name: string; message: string }
  | { type: "message.upserted"; message: Message }
  | { type: "message.removed"; sessionId: SessionId; messageId: MessageId }
  | { type: "part.upserted"; part: Part }
  | { type: "part.removed"; sessionId: SessionId; messageId: MessageId; partId: PartId }
  | { type: "part.delta"; sessionId: SessionId; messageId: MessageId; partId: PartId; delta: string }
  | { type: "request.asked"; request: Request }
  | { type: "request.settled"; sessionId: SessionId; requestId: RequestId }
  | { type: "todos.replaced"; sessionId: SessionId; todos: Todo[] }
  /** Agents, models or providers of a directory may have changed: what is held of them is to be fetched again. */
  | { type: "catalog.stale"; directory: string };

/** What a fetch brought; unlike a wire event it also says what is no longer there. */
export type FetchedEvent =
  /**
   * Sessions of all projects, newest first. `floor`: `updatedAt` of the last row; `first`: the newest page, as the
   * server has it now; `complete`: there is nothing older.
   */
  | { type: "history.page"; sessions: Session[]; floor: number; cursor?: string; first: boolean; complete: boolean }
  | { type: "statuses.replaced"; directory: string; statuses: Record<SessionId, RunStatus> }
  | { type: "requests.replaced"; directory: string; requests: Request[] }
  | { type: "projects.replaced"; projects: Project[] }
  | { type: "catalog.replaced"; directory: string; catalog: Catalog }
  /** `newest`: the end of the transcript; `older`: the page before what is held; `cached`: newest, from storage. */
  | {
      type: "transcript.page";
      sessionId: SessionId;
      page: "newest" | "older" | "cached";
      messages: MessageWithParts[];
      olderCursor?: string;
    };

/** What the engine itself knows. */
export type EngineEvent =
  | { type: "profile.changed"; profile: ServerProfile }
  | { type: "connection.changed"; connection: ConnectionState }
  | { type: "info.changed"; info: ServerInfo }
  | { type: "freshness.changed"; fresh: boolean }
  /** Events may be missing from here on, whatever grows has a hole. */
  | { type: "stream.gap" }
  | { type: "session.activity"; sessionId: SessionId; activity: Activity }
  /** The user has shared it, maybe by the same link as once before. */
  | { type: "session.shared"; session: Session }
  /** The user's choice, of all sessions of the server. */
  | { type: "autoAccept.replaced"; sessionIds: SessionId[] }
  /** A permission could not be granted without the user. */
  | { type: "request.left"; requestId: RequestId; fault: Fault }
  | { type: "transcript.dropped"; sessionId: SessionId }
  /** What is held of it could not be fetched again. */
  | { type: "transcript.stale"; sessionId: SessionId }
  /** To a panel that turns to a session: all that is held of it. */
  | { type: "transcript.replaced"; sessionId: SessionId; transcript: Transcript };

/** Everything that changes what is known of one server. */
export type ServerEvent = WireEvent | FetchedEvent | EngineEvent;
