import * as fc from "fast-check";
import { requestsOf, type SessionKey, sessionKey, splitSessionKey } from "../../lib/model";
import type { Panel } from "./client/panel";
import { FATES, type Fate, TARGETS, type Target } from "./network";
import type { WireSession } from "./server/database";
import { DIRECTORIES } from "./server/opencode";
import { BLOCKS, type Block, promptText } from "./server/turn";
import { SERVER, type World } from "./world";

/** One thing that happens. `pick` chooses among what is there at that moment; what cannot be done then is left out. */
export type Command =
  | { do: "wait"; ms: number }
  // The user
  | { do: "open panel" | "close panel" | "hide" | "reveal" | "go home" | "retry" | "search" | "create"; panel: number }
  | { do: "show" | "stop" | "load older" | "answer" | "resend" | "discard"; panel: number; pick: number }
  | { do: "send"; panel: number; blocks: Block[] }
  // The client's device
  | { do: "die" | "offline" | "online" }
  | { do: "sleep"; ms: number; how: "keep" | "cut" | "stall" }
  // The way
  | { do: "fault"; fate: Fate; target: Target }
  | { do: "cut streams"; how: "cut" | "close" | "stall"; afterBytes: number }
  // The server
  | { do: "kill server"; downFor: number; bootsFor: number }
  | { do: "change password" }
  // Other clients of the server
  | { do: "other sends"; pick: number; blocks: Block[] }
  | {
      do: "other renames" | "other deletes" | "other reverts" | "other answers" | "other stops" | "other creates";
      pick: number;
    };

const panel = fc.integer({ min: 0, max: 1 });
const pick = fc.nat({ max: 7 });
const blocks = fc.array(fc.constantFrom(...BLOCKS), { maxLength: 3 });
/** Mostly moments, at times long enough for every limit in the program to be passed. */
const span = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 400 }) },
  { weight: 3, arbitrary: fc.nat({ max: 4_000 }) },
  { weight: 1, arbitrary: fc.nat({ max: 60_000 }) },
);
const one = <const T extends string>(name: T) => fc.constant(name);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ do: one("wait"), ms: span }) },
  { weight: 4, arbitrary: fc.record({ do: one("open panel"), panel }) },
  { weight: 2, arbitrary: fc.record({ do: one("close panel"), panel }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("go home", "retry", "search", "create", "hide", "hide", "reveal", "reveal"),
      panel,
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: one("show"), panel, pick }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom("stop", "answer", "answer", "resend", "discard", "load older"),
      panel,
      pick,
    }),
  },
  { weight: 10, arbitrary: fc.record({ do: one("send"), panel, blocks }) },
  { weight: 5, arbitrary: fc.record({ do: one("die") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("offline", "online") }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: one("sleep"),
      ms: fc.constantFrom(5_000, 60_000, 600_000),
      how: fc.constantFrom("keep", "cut", "stall"),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ do: one("fault"), fate: fc.constantFrom(...FATES), target: fc.constantFrom(...TARGETS) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: one("cut streams"),
      how: fc.constantFrom("cut", "close", "stall"),
      afterBytes: fc.oneof(fc.constant(0), fc.nat({ max: 3_000 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: one("kill server"), downFor: span, bootsFor: fc.nat({ max: 6_000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: one("change password") }) },
  { weight: 4, arbitrary: fc.record({ do: one("other sends"), pick, blocks }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "other renames",
        "other deletes",
        "other reverts",
        "other answers",
        "other stops",
        "other creates",
      ),
      pick,
    }),
  },
);

export interface Schedule {
  seed: number;
  clockOffset: number;
  turns: number;
  commands: Command[];
}

/** Begins with a panel on a session, as nearly everything does; shrinking may take that away. */
export const schedule: fc.Arbitrary<Schedule> = fc.record({
  seed: fc.nat({ max: 2 ** 31 - 1 }),
  clockOffset: fc.constantFrom(0, 0, 3_600_000, -3_600_000),
  turns: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.constantFrom(20, 45) }),
  commands: fc
    .array(command, { minLength: 1, maxLength: 40, size: "max" })
    .map((rest): Command[] => [
      { do: "open panel", panel: 0 },
      { do: "wait", ms: 300 },
      { do: "show", panel: 0, pick: 0 },
      { do: "wait", ms: 1_500 },
      ...rest,
    ]),
});

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

export function perform(world: World, command: Command): void | Promise<void> {
  switch (command.do) {
    case "wait":
      return world.pass(command.ms);
    case "open panel":
      return world.openPanel(command.panel);
    case "close panel":
      return world.closePanel(command.panel);
    case "die":
      return world.die();
    case "offline":
    case "online":
      return world.setOnline(command.do === "online");
    case "sleep":
      return world.sleep(command.ms, command.how);
    case "fault":
      return world.network.plan(command.fate, command.target);
    case "cut streams":
      return world.network.cutStreams(command.how, command.afterBytes);
    case "kill server":
      return world.killServer(command.downFor, command.bootsFor);
    case "change password":
      world.killServer(100, 1_000);
      world.network.password = "changed";
      return;
    case "hide":
    case "reveal":
      world.panels[command.panel]?.setVisible(command.do === "reveal");
      return;
    case "go home":
    case "retry":
    case "search":
    case "create":
    case "show":
    case "stop":
    case "load older":
    case "answer":
    case "resend":
    case "discard":
    case "send": {
      const panel = world.panels[command.panel];
      // Nobody uses a device that sleeps.
      return panel && world.time.asleepFor === 0 ? act(world, panel, command) : undefined;
    }
    default:
      return actElsewhere(world, command);
  }
}

type UserCommand = Exclude<
  Extract<Command, { panel: number }>,
  { do: `${"open" | "close"} panel` | "hide" | "reveal" }
>;

/** What the user does in a panel, if the panel shows what it takes. */
function act(world: World, panel: Panel, command: UserCommand): void {
  const { background, state } = panel;
  const server = state.servers[SERVER];
  const key = panel.onShow();
  const held = key && server?.sessions[splitSessionKey(key).session];
  const quietly = (call: Promise<unknown>) => void call.catch((error: unknown) => panel.expected(error));
  switch (command.do) {
    case "go home":
      panel.show(undefined);
      return;
    case "retry":
      quietly(background.retryServer(SERVER));
      return;
    case "search":
      quietly(background.searchSessions("t"));
      return;
    case "create":
      quietly(
        background.createSession(SERVER, DIRECTORIES[0]).then((made) => {
          // The user may have turned elsewhere meanwhile.
          if (panel.onShow() === key) panel.show(made);
        }),
      );
      return;
    case "show": {
      const roots = Object.values(server?.sessions ?? {}).filter((session) => !session.parentId);
      const session = at(
        roots.sort((a, b) => (a.id < b.id ? -1 : 1)),
        command.pick,
      );
      if (session) panel.show(sessionKey(SERVER, session.id));
      return;
    }
    case "stop":
      if (held && key) quietly(background.stop(key));
      return;
    case "load older":
      if (held && key) quietly(background.loadOlder(key));
      return;
    case "send":
      if (held && key) world.send(panel, key, command.blocks);
      return;
    case "answer": {
      const request = server && held && at(requestsOf(server, held.id), command.pick);
      if (!request) return;
      const asking: SessionKey = sessionKey(SERVER, request.sessionId);
      const isReject = command.pick % 3 === 2;
      if (request.type === "permission") {
        quietly(background.replyPermission(asking, request.id, isReject ? "reject" : "once"));
        return;
      }
      if (isReject) {
        quietly(background.dismissQuestion(asking, request.id));
        return;
      }
      quietly(background.answerQuestion(asking, request.id, [["This"]]));
      return;
    }
    case "resend":
    case "discard": {
      const notSent = state.outbox.filter((entry) => entry.key === key && entry.state === "not-sent");
      const id = at(notSent, command.pick)?.prompt.messageId;
      if (id === undefined) return;
      if (command.do === "resend") {
        quietly(background.resend(id));
        return;
      }
      for (const prompt of world.prompts) if (prompt.messageId === id) prompt.isDiscarded = true;
      quietly(background.discard(id));
      return;
    }
  }
}

type OtherCommand = Extract<Command, { do: `other ${string}` }>;

/** What other clients of the same server do; nothing while the server is down. */
function actElsewhere({ server, network, time }: World, command: OtherCommand): void {
  if (network.server !== "up") return;
  const roots: WireSession[] = [...server.db.sessions.values()].filter((session) => !session.parentID);
  const session = at(roots, command.pick);
  switch (command.do) {
    case "other creates":
      server.createSession(DIRECTORIES[1]);
      return;
    case "other answers": {
      const permission = at([...server.permissions.values()], command.pick);
      const question = at([...server.questions.values()], command.pick);
      for (const [kind, request] of [
        ["permission", permission],
        ["question", question],
      ] as const) {
        const directory = request && server.db.sessions.get(request.sessionID)?.directory;
        if (request && directory) server.answer(kind, request.id, "go on", directory);
      }
      return;
    }
  }
  if (!session) return;
  switch (command.do) {
    case "other sends": {
      const part = { id: server.id("prt"), type: "text", text: promptText(0, command.blocks) };
      server.prompt(session, { messageID: server.id("msg"), parts: [part] });
      return;
    }
    case "other renames":
      server.rename(session, `Renamed at ${time.now}`);
      return;
    case "other deletes":
      server.deleteSession(session);
      return;
    case "other stops":
      server.stop(session);
      return;
    case "other reverts": {
      const users = server.db.rows(session.id).filter(({ info }) => info.role === "user");
      const user = at(users, command.pick);
      if (user && !server.isRunning(session.id)) server.revert(session, user.info.id);
    }
  }
}
