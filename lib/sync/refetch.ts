import { isRunning, type Server, type ServerEvent, type Session, type SessionId } from "../model";
import type { OpenCodeClient } from "../opencode/client";
import type { Arrears } from "./arrears";
import { fetchFamily, fetchUnlessGone } from "./family";
import type { Recorder } from "./recorder";

/** Sessions a page of the history. */
export const HISTORY_PAGE = 50;
/** Directories asked for what runs and waits there; each costs three small requests. */
const MAX_DIRECTORIES = 20;
const RECENT = 7 * 24 * 3600 * 1000;
const AT_ONCE = 4;

export interface RefetchDeps {
  client: OpenCodeClient;
  signal: AbortSignal;
  recorder: Recorder;
  /** Takes what fails of one folder or session. */
  arrears: Arrears;
  server(): Server;
  /** Sessions that are cards. */
  cardIds: SessionId[];
  /** Sessions somebody looks at. */
  watched: SessionId[];
  dispatch(event: ServerEvent): void;
  /** What runs and waits in a folder. */
  fetchFolder(directory: string): Promise<void>;
  /** Asks what runs in its folder, then for the newest messages: a text that still grows is treated otherwise than a finished one. */
  fetchPage(sessionId: SessionId): Promise<void>;
  /** What a card tells. @param isNews it has come to an end that nobody heard of, which may have been a failure */
  fetchLine(sessionId: SessionId, isNews: boolean): Promise<void>;
  now(): number;
}

/**
 * Fetches again whatever the stream may have told while nobody listened (rule 1 of authority: the server is the truth). Without
 * the history there is no connection; the rest may be in arrears.
 */
export async function refetch(deps: RefetchDeps): Promise<void> {
  const { client, signal, arrears, dispatch, server } = deps;
  const ran = running(server());
  arrears.begin();
  // What is looked at does not wait for all that is not, unless nothing is known of it yet.
  const known = deps.watched.filter((id) => server().sessions[id]);
  const asked = new Set(known.map((id) => server().sessions[id]?.directory));
  await Promise.all([fetchHistory(deps), inTurns(known, (id) => page(deps, id))]);
  await missingCards(deps);
  const others = directoriesOf(deps).filter((directory) => !asked.has(directory));
  await folders(deps, others);
  await strangers(deps);
  await inTurns(
    deps.watched.filter((id) => !known.includes(id)),
    (id) => page(deps, id),
  );
  await lines(deps, ran);
  await arrears.bear({
    kind: "projects",
    id: "",
    async work() {
      const projects = await client.projects(signal);
      dispatch({ type: "projects.replaced", projects });
    },
  });
}

/** Tries again what is in arrears, and follows what comes of it. */
export async function refetchArrears(deps: RefetchDeps): Promise<void> {
  const ran = running(deps.server());
  deps.arrears.begin();
  const due = deps.arrears.take().filter(({ kind }) => kind !== "family");
  // Whose folder is not known yet is asked for anew, if it is still of interest.
  await strangers(deps);
  await inTurns(due, deps.arrears.bear);
  await strangers(deps);
  await lines(deps, ran);
}

function folders(deps: RefetchDeps, directories: string[]): Promise<void> {
  return inTurns(directories, (directory) =>
    deps.arrears.bear({ kind: "folder", id: directory, directory, work: () => deps.fetchFolder(directory) }),
  );
}

/** A page that cannot be had leaves what is on show as a copy that may be out of date. */
function page({ arrears, dispatch, fetchPage, server }: RefetchDeps, sessionId: SessionId): Promise<void> {
  return arrears.bear({
    kind: "page",
    id: sessionId,
    directory: server().sessions[sessionId]?.directory,
    work: () => fetchPage(sessionId),
    onFailed: () => dispatch({ type: "transcript.stale", sessionId }),
  });
}

/** @param ran what ran before: what does so no more has come to its end */
async function lines(deps: RefetchDeps, ran: readonly SessionId[]): Promise<void> {
  const { arrears, server } = deps;
  const ended = ran.filter((id) => !isRunning(server(), id));
  const unseen = [...new Set([...deps.cardIds, ...ended])].filter((id) => !deps.watched.includes(id));
  await inTurns(unseen, (id) => {
    const work = () => deps.fetchLine(id, ended.includes(id));
    return arrears.bear({ kind: "line", id, directory: server().sessions[id]?.directory, work });
  });
}

async function fetchHistory({ client, signal, dispatch, recorder }: RefetchDeps): Promise<void> {
  await recorder.around(
    () => client.sessions({ limit: HISTORY_PAGE }, signal),
    ({ sessions, cursor }) => {
      const floor = sessions.at(-1)?.updatedAt ?? 0;
      dispatch({
        type: "history.page",
        sessions,
        floor,
        first: true,
        complete: cursor === undefined,
        ...(cursor === undefined ? {} : { cursor }),
      });
    },
    dispatch,
  );
}

/** Sessions that run as far as is known, without subagents. */
function running(server: Server): SessionId[] {
  const isRoot = (id: SessionId) => server.sessions[id]?.parentId === undefined;
  return Object.keys(server.statuses).filter((id) => isRunning(server, id) && isRoot(id));
}

/** What runs and waits in a folder. */
export async function refetchDirectory(
  {
    client,
    signal,
    dispatch,
    recorder,
  }: Pick<RefetchDeps, "client" | "dispatch" | "recorder"> & { signal?: AbortSignal | undefined },
  directory: string,
): Promise<void> {
  await recorder.around(
    () => Promise.all([client.statuses(directory, signal), client.requests(directory, signal)]),
    ([statuses, requests]) => {
      dispatch({ type: "statuses.replaced", directory, statuses });
      dispatch({ type: "requests.replaced", directory, requests });
    },
    dispatch,
  );
}

/**
 * Subagents that nobody has told of, and that run or ask: where they belong, and in which folder they are. What is held of them
 * may be long over: their folders do not tell of what nobody knew to be there.
 */
async function strangers(deps: RefetchDeps): Promise<void> {
  const { client, signal, arrears, dispatch, server } = deps;
  const { statuses, requests } = server();
  const ids = [...Object.keys(statuses), ...Object.values(requests).map((request) => request.sessionId)];
  const unknown = [...new Set(ids)].filter((id) => !server().sessions[id]);
  await inTurns([...new Set(ids)], (id) => {
    const work = () => fetchFamily(client, server(), id, dispatch, signal);
    return arrears.bear({ kind: "family", id, directory: server().info?.directory, work });
  });
  await folders(deps, [...new Set(unknown.flatMap((id) => server().sessions[id]?.directory ?? []))]);
}

/** Cards of sessions that the first page does not reach. */
async function missingCards({ client, signal, arrears, dispatch, server, cardIds }: RefetchDeps): Promise<void> {
  const floor = server().history.floor;
  await inTurns(cardIds, async (id) => {
    const held = server().sessions[id];
    if (!held || (held.updatedAt >= floor && !held.parentId)) return;
    await arrears.bear({
      kind: "session",
      id,
      directory: held.directory,
      async work() {
        const session = await fetchUnlessGone(client, held, signal);
        dispatch(session ? { type: "session.upserted", session } : { type: "session.removed", sessionId: id });
      },
    });
  });
}

/** Directories in which something may run or wait: those of cards, of what ran when last seen, and the recent ones. */
function directoriesOf({ server, cardIds, now }: RefetchDeps): string[] {
  const { sessions, statuses, requests, info } = server();
  const since = now() - RECENT;
  const recent = Object.values(sessions).filter((session) => session.updatedAt > since);
  recent.sort((a, b) => b.updatedAt - a.updatedAt);
  const ids = [...cardIds, ...Object.keys(statuses), ...Object.values(requests).map((request) => request.sessionId)];
  const held = ids.map((id) => sessions[id]).filter((session): session is Session => session !== undefined);
  const directories = new Set([...held, ...recent].map((session) => session.directory));
  if (info?.directory) directories.add(info.directory);
  return [...directories].slice(0, MAX_DIRECTORIES);
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const lane = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
