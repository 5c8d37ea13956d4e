import { describe, expect, it } from "vitest";
import {
  busySessions,
  type Card,
  cardViews,
  changeCard,
  emptyServer,
  emptyState,
  historyRows,
  MAX_CARDS,
  type RunStatus,
  reduceState,
  removeCard,
  requestsOf,
  rootOf,
  type Session,
  type SessionKey,
  type State,
  sessionKey,
  unreadRows,
  useCard,
} from "../../../lib/model";

const card = (n: number, fields: Partial<Card> = {}): Card => ({
  key: `s/${n}`,
  pinned: false,
  usedAt: n,
  seenAt: 0,
  ...fields,
});
const cards = (...ns: number[]) => ns.map((n) => card(n));
const keys = (list: { key: string }[]) => list.map(({ key }) => key);
const tenCards = () => cards(...Array.from({ length: MAX_CARDS }, (_, n) => n + 1));

describe("a card that is used", () => {
  it("comes first, with what it was, and others stay", () => {
    const used = useCard([card(1), card(2, { pinned: true, seenAt: 5 })], "s/2", 9, new Set());
    expect(used).toEqual([{ ...card(2, { pinned: true, seenAt: 5 }), usedAt: 9 }, card(1)]);
  });

  it("beyond ten pushes out the least recently used", () => {
    const used = useCard(tenCards(), "s/99", 100, new Set());
    expect(used).toHaveLength(MAX_CARDS);
    expect(keys(used)).not.toContain("s/1");
  });

  it("pushes out no pinned one and none that runs or waits", () => {
    const held = tenCards().map((one) => (one.key === "s/1" ? { ...one, pinned: true } : one));
    const used = useCard(held, "s/99", 100, new Set(["s/2", "s/3"]));
    expect(keys(used)).toEqual(expect.arrayContaining(["s/1", "s/2", "s/3"]));
    expect(keys(used)).not.toContain("s/4");
  });

  it("is never the one pushed out, though all others are kept", () => {
    const pinned = tenCards().map((one) => ({ ...one, pinned: true }));
    const used = useCard(pinned, "s/99", 0, new Set());
    expect(keys(used)).toContain("s/99");
    expect(used).toHaveLength(MAX_CARDS + 1);
  });

  it("can be changed and removed; what is no card changes nothing", () => {
    expect(changeCard(cards(1, 2), "s/2", { pinned: true })).toEqual([card(1), card(2, { pinned: true })]);
    expect(changeCard(cards(1), "s/9", { pinned: true })).toEqual(cards(1));
    expect(removeCard(cards(1, 2), "s/1")).toEqual(cards(2));
  });
});

describe("what was seen of a card", () => {
  const replaced = (state: State, next: Card[]) => reduceState(state, { type: "cards.replaced", cards: next });

  it("is kept when it leaves the cards, and is the card's again when it comes back", () => {
    const state = replaced(stateOf({ 1: { updatedAt: 7 } }, [card(1, { seenAt: 5 }), card(2, { seenAt: 3 })]), [
      card(2),
    ]);
    expect(state.seen).toEqual({ "s/1": 5 });
    expect(useCard(state.cards, "s/1", 9, new Set(), state.seen["s/1"])[0]).toMatchObject({ seenAt: 5 });
    expect(replaced(state, [card(1)]).seen).toEqual({ "s/2": 0 });
  });

  it("is forgotten with its server, and the oldest beyond three hundred", () => {
    const many = Array.from({ length: 301 }, (_, n) => card(n));
    const state = replaced(stateOf({}, many), []);
    expect(Object.keys(state.seen)).toHaveLength(300);
    expect(state.seen).not.toHaveProperty("s/0");
    expect(reduceState(state, { type: "server.removed", server: "s" }).seen).toEqual({});
    expect(replaced(stateOf({}, [card(1, { key: "gone/1" })]), []).seen).toEqual({});
  });

  it("says which sessions below the cards are unread, of those that were cards", () => {
    const sessions = {
      1: { updatedAt: 7 },
      2: { updatedAt: 7 },
      3: { updatedAt: 9 },
      4: { archived: true, updatedAt: 7 },
    };
    const state = stateOf(sessions);
    state.seen = { "s/1": 5, "s/2": 7, "s/4": 1, "s/9": 1 };
    const unread = (of: State) => unreadRows(of).map(({ session }) => session.id);
    expect(unread(state)).toEqual(["1"]);
    state.seen["s/3"] = 8;
    expect(unread(state)).toEqual(["3", "1"]);
    state.deletions = [{ key: "s/3", title: "", dueAt: 1 }];
    expect(unread(state)).toEqual(["1"]);
    expect(unread({ ...state, cards: [card(1, { seenAt: 5 })] })).toEqual([]);
  });
});

interface Told {
  parent?: string;
  status?: RunStatus["type"];
  waits?: boolean;
  updatedAt?: number;
  archived?: boolean;
}

/** A server's sessions as they are told, by their ids. */
function stateOf(sessions: Record<string, Told>, kept: Card[] = []): State {
  const state = emptyState();
  const server = emptyServer({
    id: "s",
    name: "S",
    url: "http://x",
    hasPassword: false,
    headerNames: [],
    enabled: true,
  });
  for (const [id, told] of Object.entries(sessions)) {
    const session: Session = {
      id,
      title: id,
      directory: "/",
      projectId: "p",
      createdAt: 1,
      updatedAt: told.updatedAt ?? 1,
    };
    if (told.parent) session.parentId = told.parent;
    if (told.archived) session.archivedAt = 1;
    server.sessions[id] = session;
    if (told.status === "retry") server.statuses[id] = { type: "retry", attempt: 1, message: "", nextAt: 1 };
    else if (told.status) server.statuses[id] = { type: told.status };
    if (told.waits) {
      server.requests[`r-${id}`] = {
        type: "permission",
        id: `r-${id}`,
        sessionId: id,
        permission: "bash",
        patterns: [],
        always: [],
        metadata: {},
      };
    }
  }
  server.history.floor = 0;
  state.servers.s = server;
  state.cards = kept;
  return state;
}

const shown = (state: State) => cardViews(state).map(({ session, state: word }) => `${session.id} ${word}`);

describe("the cards shown", () => {
  it("are those the user keeps, and whatever runs or waits", () => {
    const sessions = {
      1: {},
      2: { status: "busy" },
      3: { waits: true },
      4: {},
      5: { status: "retry" },
      6: { status: "idle" },
    } as const;
    expect(shown(stateOf(sessions, [card(1)])).sort()).toEqual(["1 idle", "2 working", "3 waiting", "5 working"]);
  });

  it("begin with those that wait, then the pinned, then the last used", () => {
    const sessions = { 1: { waits: true }, 2: {}, 3: {}, 4: { updatedAt: 50 } };
    const kept = [card(1), card(2, { usedAt: 10 }), card(3, { pinned: true, usedAt: 2 }), card(4)];
    expect(shown(stateOf(sessions, kept))).toEqual(["1 waiting", "3 idle", "4 idle", "2 idle"]);
  });

  it("are never more than ten, and those that wait are among them", () => {
    const sessions: Record<string, Told> = {};
    for (let n = 1; n <= 30; n++) sessions[n] = n <= 4 ? { waits: true } : n <= 20 ? { status: "busy" } : {};
    const kept = cards(21, 22, 23, 24, 25).map((one) => ({ ...one, pinned: true }));
    const views = cardViews(stateOf(sessions, kept));
    expect(views).toHaveLength(MAX_CARDS);
    expect(views.slice(0, 4).map((view) => view.state)).toEqual(Array(4).fill("waiting"));
  });

  it("leave none out that waits, even if more than ten do", () => {
    const sessions: Record<string, Told> = {};
    for (let n = 1; n <= 13; n++) sessions[n] = { waits: true };
    expect(shown(stateOf(sessions)).filter((one) => one.endsWith("waiting"))).toHaveLength(13);
  });

  it("have a subagent's request on the root's card, however deep", () => {
    const sessions = { 1: {}, 2: { parent: "1" }, 3: { parent: "2", waits: true } };
    const state = stateOf(sessions);
    expect(shown(state)).toEqual(["1 waiting"]);
    expect(cardViews(state)[0]?.request?.sessionId).toBe("3");
  });

  it("leave out what is gone, and survive parents in a circle", () => {
    expect(shown(stateOf({ 1: {} }, cards(1, 9)))).toEqual(["1 idle"]);
    const circle = stateOf({ 1: { parent: "2", waits: true }, 2: { parent: "1" } });
    expect(() => [cardViews(circle), busySessions(circle), historyRows(circle)]).not.toThrow();
    const server = circle.servers.s;
    if (server) expect(["1", "2"]).toContain(rootOf(server, "1"));
  });

  it("are unread when something newer is there than was seen, but not while it is being written", () => {
    const seen = [card(1, { seenAt: 5 }), card(2, { seenAt: 5 }), card(3, { seenAt: 5 })];
    const views = cardViews(
      stateOf({ 1: { updatedAt: 5 }, 2: { updatedAt: 6 }, 3: { updatedAt: 6, status: "busy" } }, seen),
    );
    expect(Object.fromEntries(views.map((view) => [view.session.id, view.unread]))).toEqual({
      1: false,
      2: true,
      3: false,
    });
  });

  it("order requests by their age", () => {
    const state = stateOf({ 1: { waits: true }, 2: { parent: "1", waits: true } });
    const server = state.servers.s;
    if (!server) throw new Error("no server");
    expect(requestsOf(server, "1").map(({ id }) => id)).toEqual(["r-1", "r-2"]);
    expect(requestsOf(server, "2").map(({ id }) => id)).toEqual(["r-2"]);
  });
});

describe("the history shown", () => {
  it("is every root session that is no card, newest first, down to where the list is complete", () => {
    const state = stateOf(
      {
        1: { updatedAt: 10 },
        2: { updatedAt: 30 },
        3: { updatedAt: 20 },
        4: { updatedAt: 5 },
        5: { updatedAt: 40, parent: "2" },
        6: { updatedAt: 50, archived: true },
      },
      cards(3),
    );
    if (state.servers.s) state.servers.s.history.floor = 10;
    expect(keys(historyRows(state))).toEqual(["s/2", "s/1"]);
  });

  it("has nothing that is being deleted, no more than the cards have", () => {
    const state = stateOf({ 1: {}, 2: {}, 3: { waits: true } }, cards(2));
    state.deletions = ["s/1", "s/2", "s/3"].map((key) => ({ key: key as SessionKey, title: "", dueAt: 9 }));
    expect([...historyRows(state), ...cardViews(state)]).toEqual([]);
  });
});

it("a key names a session of a server", () => {
  expect(sessionKey("s", "1")).toBe("s/1");
});
