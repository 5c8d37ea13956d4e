import {
  type Catalog,
  FaultError,
  type MessageWithParts,
  type Request,
  type RunStatus,
  type ServerInfo,
} from "../../model";
import type { OpenCodeClient, SessionRef } from "../client";
import { compact } from "../compact";
import type { Http } from "../http";
import { readEvents } from "../sse";
import {
  check,
  decodeAll,
  decodeMessage,
  decodePermission,
  decodeProject,
  decodeQuestion,
  decodeSession,
  decodeStatus,
  decodeTodo,
  orderAsListed,
} from "./decode";
import { decodeCatalog, decodePath } from "./decode-catalog";
import { decodeEvent, HEARTBEAT } from "./decode-event";
import { decodePart } from "./decode-part";
import { encodePrompt } from "./encode-prompt";
import { createFiles } from "./files";
import { createSessionLife } from "./life";
import { createPlaces } from "./places";
import { createProviderRoutes } from "./providers";
import { MessageFiles, Statuses, MessageWithParts as WireMessage } from "./schema";
import { createServices } from "./services";
import { createSessionTransfer } from "./transfer";

/** The client for servers of version 1.18 and later 1.x. Routes as in their `GET /doc`. */
export function createV1Client(http: Http, info: ServerInfo, onSkipped: (kind: string) => void): OpenCodeClient {
  const at = (ref: SessionRef, rest = "") => `/session/${encodeURIComponent(ref.id)}${rest}`;
  const inDirectory = (directory: string) => ({ directory });

  function decodeEntry(raw: unknown): MessageWithParts | undefined {
    const wire = check(WireMessage, raw);
    const message = wire && decodeMessage(wire.info);
    return message && { message, parts: decodeAll(wire.parts, decodePart, () => onSkipped("part")) };
  }

  function must<T>(value: T | undefined, what: string): T {
    if (value === undefined) throw new FaultError({ kind: "server-fault", detail: `${what} is not as expected` });
    return value;
  }

  /** What cannot be read is not the same as nothing. @throws FaultError `server-fault` when it is no list */
  function listOf(raw: unknown, what: string): unknown[] {
    if (!Array.isArray(raw)) throw new FaultError({ kind: "server-fault", detail: `the list of ${what} is none` });
    return raw;
  }

  /** @throws FaultError `server-fault` when it is no list, or has none of them: nobody shall think that there are none */
  function decodeList<T>(raw: unknown, kind: string, decode: (raw: unknown) => T | undefined): T[] {
    const list = listOf(raw, `${kind}s`);
    const decoded = decodeAll(list, decode, () => onSkipped(kind));
    if (list.length > 0) must(decoded[0], `the list of ${kind}s`);
    return decoded;
  }

  return {
    info,
    clockOffset: http.clockOffset,
    ...createSessionLife(http),
    ...createProviderRoutes(http, onSkipped),
    ...createFiles(http, onSkipped),
    ...createSessionTransfer(http),
    ...createPlaces(http, onSkipped),
    ...createServices(http, onSkipped),

    async stream(handlers) {
      const body = await http.open("/global/event", handlers.signal);
      let isOpen = false;
      await readEvents(body, {
        onBytes: handlers.onBytes,
        onMalformed: () => handlers.onSkipped("malformed"),
        onData(raw) {
          if (!isOpen) handlers.onOpen();
          isOpen = true;
          const event = decodeEvent(raw, handlers.onSkipped);
          if ("skipped" in event) handlers.onSkipped(event.skipped);
          else if ("noise" in event) {
            handlers.onNoise(event.noise);
            if (event.noise === HEARTBEAT) handlers.onHeartbeat();
          } else handlers.onEvent(event);
        },
      });
    },

    async sessions({ limit, cursor, search }, signal) {
      // Without archived ones it would also leave out what was taken out of the archive [measured on 1.18.33].
      const query = { roots: "true", archived: "true", limit, cursor, search };
      const { body, headers } = await http.get("/experimental/session", { query, signal });
      return compact({
        sessions: decodeList(body, "session", decodeSession),
        cursor: headers.get("x-next-cursor") ?? undefined,
      });
    },

    async session(ref, signal) {
      const { body } = await http.get(at(ref), { query: inDirectory(ref.directory), signal });
      return must(decodeSession(body), "the session");
    },

    async children(ref, signal) {
      const { body } = await http.get(at(ref, "/children"), { query: inDirectory(ref.directory), signal });
      return decodeList(body, "session", decodeSession);
    },

    async createSession(directory, signal) {
      const { body } = await http.post("/session", { query: inDirectory(directory), json: {}, signal });
      return must(decodeSession(body), "the new session");
    },

    async statuses(directory, signal) {
      const { body } = await http.get("/session/status", { query: inDirectory(directory), signal });
      const statuses: Record<string, RunStatus> = {};
      const listed = must(check(Statuses, body), "what runs");
      for (const [id, raw] of Object.entries(listed)) {
        const status = decodeStatus(raw);
        if (status) statuses[id] = status;
        else onSkipped("status");
      }
      return statuses;
    },

    async requests(directory, signal) {
      const query = inDirectory(directory);
      const [permissions, questions] = await Promise.all([
        http.get("/permission", { query, signal }),
        http.get("/question", { query, signal }),
      ]);
      const requests: Request[] = decodeList(permissions.body, "permission", decodePermission);
      return requests.concat(decodeList(questions.body, "question", decodeQuestion));
    },

    async projects(signal) {
      const { body } = await http.get("/project", { signal });
      return decodeList(body, "project", decodeProject);
    },

    async catalog(directory, signal): Promise<Catalog> {
      const query = inDirectory(directory);
      const [agents, providers, config, commands] = await Promise.all([
        http.get("/agent", { query, signal }),
        http.get("/config/providers", { query, signal }),
        http.get("/config", { query, signal }),
        http.get("/command", { query, signal }),
      ]);
      return decodeCatalog(agents.body, providers.body, config.body, commands.body, onSkipped);
    },

    async findFiles(directory, query, signal) {
      const { body } = await http.get("/find/file", { query: { ...inDirectory(directory), query }, signal });
      return decodeAll(listOf(body, "files"), decodePath, () => onSkipped("file"));
    },

    async todos(ref, signal) {
      const { body } = await http.get(at(ref, "/todo"), { query: inDirectory(ref.directory), signal });
      return decodeList(body, "todo", decodeTodo);
    },

    async messages(ref, { limit, before }, signal) {
      const query = { ...inDirectory(ref.directory), limit, before };
      const { body, headers } = await http.get(at(ref, "/message"), { query, signal });
      const messages = decodeList(body, "message", decodeEntry);
      orderAsListed(messages.map(({ message }) => message));
      return compact({ messages, olderCursor: headers.get("x-next-cursor") ?? undefined });
    },

    async message(ref, id, signal) {
      try {
        const query = inDirectory(ref.directory);
        const { body } = await http.get(at(ref, `/message/${encodeURIComponent(id)}`), { query, signal });
        return must(decodeEntry(body), "the message");
      } catch (error) {
        if (error instanceof FaultError && error.fault.kind === "not-found") return undefined;
        throw error;
      }
    },

    async heldFile(ref, { messageId, partId, index }, signal) {
      const query = inDirectory(ref.directory);
      const { body } = await http.get(at(ref, `/message/${encodeURIComponent(messageId)}`), { query, signal });
      const part = check(MessageFiles, body)?.parts.find(({ id }) => id === partId);
      return (index === undefined ? part?.url : part?.state?.attachments[index]?.url) ?? undefined;
    },

    async prompt(ref, prompt, signal) {
      const { route, json } = encodePrompt(prompt);
      await http.post(at(ref, route), { query: inDirectory(ref.directory), json, signal });
    },

    async stop(ref, signal) {
      await http.post(at(ref, "/abort"), { query: inDirectory(ref.directory), signal });
    },

    async replyPermission(ref, id, reply, reason, signal) {
      const path = `/permission/${encodeURIComponent(id)}/reply`;
      await http.post(path, { query: inDirectory(ref.directory), json: { reply, message: reason }, signal });
    },

    async answerQuestion(ref, id, answers, signal) {
      const path = `/question/${encodeURIComponent(id)}/reply`;
      await http.post(path, { query: inDirectory(ref.directory), json: { answers }, signal });
    },

    async dismissQuestion(ref, id, signal) {
      const path = `/question/${encodeURIComponent(id)}/reject`;
      await http.post(path, { query: inDirectory(ref.directory), json: {}, signal });
    },
  };
}
