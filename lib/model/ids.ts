/** Id of a connection profile, made by us (UUID). Never contains "/". */
export type ServerId = string;
/** The server's session id (`ses_…`). */
export type SessionId = string;
/** The server's message id (`msg_…`); in protocol V2 the row id. */
export type MessageId = string;
/**
 * Id of a part, unique within its session. V1: the server's part id (`prt_…`). V2 has none: message id, kind and
 * ordinal for text and reasoning, the call id for tools.
 */
export type PartId = string;
/** Id of a permission request or a question. */
export type RequestId = string;
/** A session anywhere: `<ServerId>/<SessionId>`. */
export type SessionKey = `${ServerId}/${SessionId}`;

export function sessionKey(server: ServerId, session: SessionId): SessionKey {
  return `${server}/${session}`;
}

export function splitSessionKey(key: SessionKey): { server: ServerId; session: SessionId } {
  const slash = key.indexOf("/");
  return { server: key.slice(0, slash), session: key.slice(slash + 1) };
}
