import {
  type Card,
  emptyTranscript,
  FaultError,
  hasOpenText,
  type Server,
  type ServerEvent,
  type SessionId,
  splitSessionKey,
  toFault,
  type WireEvent,
} from "../model";
import type { OpenCodeClient } from "../opencode/client";
import type { Endpoint } from "../opencode/http";
import { type Arrears, createArrears } from "./arrears";
import { createCardLines } from "./card-lines";
import { createCatalogs } from "./catalogs";
import { createConnection } from "./connection";
import { fetchFamily } from "./family";
import type { Journal } from "./journal";
import { createOnce } from "./once";
import { createRecorder } from "./recorder";
import { type RefetchDeps, refetch, refetchArrears, refetchDirectory } from "./refetch";
import { createSubagents } from "./subagents";
import { type Surroundings, sleep } from "./surroundings";
import { createTodos } from "./todos";

export interface EngineDeps {
  surroundings: Surroundings;
  endpoint(): Promise<Endpoint>;
  /** The state as it is now; changed by `dispatch` alone. */
  server(): Server;
  cards(): Card[];
  /** Sessions that somebody looks at, which are kept up to date whole. */
  watched(): SessionId[];
  dispatch(event: ServerEvent): void;
  journal: Journal;
  /** Everything has been fetched after a (re)connect, but what the server does not give. */
  onFresh(): void;
}

/** One server: its connection, what is fetched after every gap, and the events in between. */
export function createEngine(deps: EngineDeps) {
  const recorder = createRecorder();
  const fetchLine = createCardLines(deps.server, deps.dispatch);
  const subagents = createSubagents(deps.server, deps.dispatch, (client, sessionId) =>
    fetchLine(client, sessionId, { isNews: true }),
  );
  const catalogs = createCatalogs(deps.server, deps.dispatch, deps.journal);
  const todos = createTodos(deps.server, recorder, deps.dispatch);

  function receive(event: WireEvent): void {
    recorder.record(event);
    deps.dispatch(event);
    const client = connection.client();
    if (!client) return;
    // A subagent's request has to find its way to the root session's card, and its end has to be heard of.
    if (event.type === "request.asked") void family(client, event.request.sessionId);
    if (event.type === "session.status" && event.status.type !== "idle" && !deps.server().sessions[event.sessionId]) {
      void family(client, event.sessionId);
    }
    // A text whose provider broke off never ends; what the server keeps of it only a fetch tells.
    if (
      event.type === "session.status" &&
      event.status.type === "idle" &&
      hasOpenText(deps.server().transcripts[event.sessionId] ?? emptyTranscript())
    ) {
      void pageSoon(client, event.sessionId);
    }
    // It may have been refused for a choice that is none any more: what can be chosen now is asked.
    if (event.type === "session.error" && event.name !== "MessageAbortedError") {
      const directory = deps.server().sessions[event.sessionId]?.directory;
      if (directory) void catalogs.refresh(client, directory);
    }
    if (event.type === "catalog.stale") void catalogs.refresh(client, event.directory);
  }

  /** What is in arrears since the stream was opened. */
  let arrears: Arrears | undefined;

  async function pageSoon(client: OpenCodeClient, sessionId: SessionId): Promise<void> {
    const errand = {
      kind: "page" as const,
      id: sessionId,
      directory: deps.server().sessions[sessionId]?.directory,
      work: () => fetchPage(client, sessionId, "newest"),
      onFailed: () => deps.dispatch({ type: "transcript.stale", sessionId }),
    };
    await arrears?.bear(errand).catch(() => deps.journal.skipped("page"));
  }

  async function family(client: OpenCodeClient, sessionId: SessionId): Promise<void> {
    await fetchFamily(client, deps.server(), sessionId, deps.dispatch).catch(() => deps.journal.skipped("family"));
  }

  /** A list that cannot be had is told by the stream when it changes next. */
  async function fetchTodos(
    client: OpenCodeClient,
    sessionId: SessionId,
    { always, signal }: { always: boolean; signal?: AbortSignal },
  ): Promise<void> {
    await todos(client, sessionId, always, signal).catch(() => {
      if (!signal?.aborted) deps.journal.skipped("todos");
    });
  }

  /** @throws FaultError `not-found` when the session is gone; it is then gone from the state too */
  async function fetchPage(
    client: OpenCodeClient,
    sessionId: SessionId,
    page: "newest" | "older",
    { limit = PAGE, signal }: { limit?: number | undefined; signal?: AbortSignal | undefined } = {},
  ): Promise<void> {
    const server = deps.server();
    const session = server.sessions[sessionId];
    if (!session) return;
    const before = page === "older" ? (server.transcripts[sessionId] ?? emptyTranscript()).olderCursor : undefined;
    if (page === "older" && before === undefined) return;
    try {
      await recorder.around(
        () => client.messages(session, { limit, ...(before === undefined ? {} : { before }) }, signal),
        (fetched) => deps.dispatch({ type: "transcript.page", sessionId, page, ...fetched }),
        (event) => {
          if (sessionOf(event) === sessionId) deps.dispatch(event);
        },
      );
    } catch (error) {
      if (toFault(error).kind === "not-found") deps.dispatch({ type: "session.removed", sessionId });
      throw error;
    }
  }

  /** What runs in each folder, asked for since the stream opened: events tell of it from then on. */
  const folders = createOnce<string>();
  /** Newest pages asked for since then: each of them is, once. */
  const pages = createOnce<SessionId>();

  function folder(client: OpenCodeClient, directory: string, signal?: AbortSignal): Promise<void> {
    return refetchDirectory({ client, signal, recorder, dispatch: deps.dispatch }, directory);
  }

  const folderOnce: typeof folder = (client, directory, signal) =>
    folders.ask(directory, () => folder(client, directory, signal));

  /** Asks what runs first: a page alone would take a text that grows for one that was given up. */
  async function pageAfter(
    asked: typeof folder,
    client: OpenCodeClient,
    sessionId: SessionId,
    signal?: AbortSignal,
  ): Promise<void> {
    const directory = deps.server().sessions[sessionId]?.directory;
    if (directory !== undefined) await asked(client, directory, signal);
    await fetchPage(client, sessionId, "newest", { signal });
  }

  const pageOnce = (client: OpenCodeClient, sessionId: SessionId, signal?: AbortSignal) => {
    const page = () => pageAfter(folderOnce, client, sessionId, signal);
    return deps.server().sessions[sessionId] ? pages.ask(sessionId, page) : page();
  };

  /** How folders and pages are asked for: those that were asked for already not again, or all of them anew. */
  const ONCE = { folder: folderOnce, page: pageOnce };
  const ANEW = {
    folder,
    page: (client: OpenCodeClient, sessionId: SessionId, signal?: AbortSignal) =>
      pageAfter(folder, client, sessionId, signal),
  };

  /**
   * The newest messages of a session that somebody opens, as soon as the stream is open.
   *
   * @throws FaultError `not-found` when the session is gone, `unreachable` when the connection broke meanwhile
   */
  async function openPage(client: OpenCodeClient, sessionId: SessionId): Promise<void> {
    if (deps.server().fresh) return fetchPage(client, sessionId, "newest");
    try {
      await pageOnce(client, sessionId);
    } catch (error) {
      throw connection.client() === client ? error : new FaultError({ kind: "unreachable" });
    }
  }

  const connection = createConnection({
    surroundings: deps.surroundings,
    endpoint: deps.endpoint,
    onState: (state) => deps.dispatch({ type: "connection.changed", connection: state }),
    onClient(client) {
      const clockOffset = client.clockOffset();
      deps.dispatch({ type: "info.changed", info: { ...client.info, ...(clockOffset === 0 ? {} : { clockOffset }) } });
    },
    onEvent: receive,
    journal: deps.journal,
    onGap() {
      deps.dispatch({ type: "stream.gap" });
      deps.dispatch({ type: "freshness.changed", fresh: false });
    },
    async onOpen(client, signal) {
      const held = Object.keys(deps.server().catalogs);
      const due = createArrears(signal, deps.journal.skipped);
      arrears = due;
      const again = { ...ANEW, client, arrears: due, signal };
      folders.forget();
      pages.forget();
      subagents.forget();
      await refetch(refetchDeps({ ...again, ...ONCE }));
      // What runs in a folder that failed may be known in a moment; who acts on it waits for that.
      if (!due.isPassing()) becomeFresh();
      await sleep(deps.surroundings, SETTLING, signal);
      await refetch(refetchDeps(again));
      if (!deps.server().fresh) becomeFresh();
      // A server that was away may have been started anew, with other agents and models.
      await catalogs.refreshEach(client, held, signal);
      for (;;) {
        await sleep(deps.surroundings, ARREARS_PAUSE, signal);
        if (!due.isNone()) await refetchArrears(refetchDeps(again));
      }
    },
  });

  function becomeFresh(): void {
    deps.dispatch({ type: "freshness.changed", fresh: true });
    deps.onFresh();
  }

  /** @param page fetches the newest messages */
  function refetchDeps({
    client,
    arrears,
    folder,
    page,
    signal,
  }: typeof ANEW & { client: OpenCodeClient; arrears: Arrears; signal: AbortSignal }): RefetchDeps {
    const ids = deps.cards().map((card) => splitSessionKey(card.key));
    return {
      client,
      signal,
      recorder,
      arrears,
      server: deps.server,
      cardIds: ids.filter((id) => id.server === deps.server().id).map((id) => id.session),
      watched: deps.watched(),
      dispatch: deps.dispatch,
      fetchFolder: (directory) => folder(client, directory, signal),
      async fetchPage(sessionId) {
        await page(client, sessionId, signal).catch(unlessGone);
        await fetchTodos(client, sessionId, { always: true, signal });
      },
      async fetchLine(sessionId, isNews) {
        await fetchLine(client, sessionId, { isNews, signal }).catch(unlessGone);
        await fetchTodos(client, sessionId, { always: false, signal });
      },
      now: deps.surroundings.now,
    };
  }

  return {
    connection,
    fetchPage,
    openPage,
    fetchTodos,
    fetchCatalog: catalogs.fetch,
    fetchSubagent: subagents.ask,
    family,
    recorder,
  };
}

export type Engine = ReturnType<typeof createEngine>;

/**
 * The server says that its stream is open some 25 to 100 ms before it is [measured on 1.18.33], longer under load; what
 * happens in between is told to nobody. So everything is asked once more after this many milliseconds.
 */
const SETTLING = 1_000;

/** Milliseconds between two tries to get what is in arrears. */
const ARREARS_PAUSE = 30_000;

/** Messages a page. */
const PAGE = 40;

function sessionOf(event: WireEvent): SessionId | undefined {
  if ("sessionId" in event) return event.sessionId;
  if (event.type === "message.upserted") return event.message.sessionId;
  if (event.type === "part.upserted") return event.part.sessionId;
  return undefined;
}

function unlessGone(error: unknown): void {
  if (toFault(error).kind !== "not-found") throw error;
}
