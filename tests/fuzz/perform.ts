import {
  isWaiting,
  type OutboxEntry,
  queueOf,
  requestsOf,
  type SessionKey,
  sessionKey,
  splitSessionKey,
} from "../../lib/model";
import type { Panel } from "./client/panel";
import type { Command } from "./commands";
import type { WireSession } from "./server/database";
import { DIRECTORIES } from "./server/opencode";
import { promptText } from "./server/turn";
import { SERVER, type World } from "./world";

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** Lets a command happen. Resolves when it takes time and that has passed. */
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
      return world.sleep(command.ms, command.how, command.timers);
    case "set clock":
      return world.setClock(command.by);
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
    case "break folder":
      world.network.troubles.set(at(DIRECTORIES, command.pick) ?? DIRECTORIES[0], command.trouble);
      return;
    case "mend folders":
      world.network.troubles.clear();
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
    case "hurry":
    case "send beside":
    case "move":
    case "release":
    case "delete":
    case "take back":
    case "queue":
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
    case "queue":
      if (held && key) world.send(panel, key, command.blocks, command.do === "queue" ? true : undefined);
      return;
    case "delete":
      if (held && key) {
        world.unwanted.add(key);
        quietly(background.deleteSession(key));
      }
      panel.show(undefined);
      return;
    case "take back": {
      const deleted = at(state.deletions, command.pick)?.key;
      if (deleted === undefined) return;
      world.unwanted.delete(deleted);
      quietly(background.undoDelete(deleted));
      return;
    }
    case "release":
      if (held && key) quietly(background.releaseQueue(key));
      return;
    case "hurry":
    case "send beside":
    case "move": {
      const id = key && at(queueOf(state.outbox, key), command.pick)?.prompt.messageId;
      if (id === undefined) return;
      if (command.do === "move") quietly(background.moveQueued(id, command.pick - 3));
      else quietly(command.do === "hurry" ? background.sendNow(id) : background.sendBeside(id));
      return;
    }
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
      const isMeant = (entry: OutboxEntry) =>
        entry.state === "not-sent" || (command.do === "discard" && isWaiting(entry));
      const meant = state.outbox.filter((entry) => entry.key === key && isMeant(entry));
      const id = at(meant, command.pick)?.prompt.messageId;
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
