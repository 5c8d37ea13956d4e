import { expect, test, vi } from "vitest";
import type { CommandOffer } from "../../../components/commands/command";
import { COMMANDS } from "../../../components/commands/list";
import { actionIn, actionsOf, suggestedActions } from "../../../components/composer/suggest/actions";
import type { Catalog } from "../../../lib/model";

function offer(id: string, fields: Partial<CommandOffer> = {}): CommandOffer {
  const command = COMMANDS.find((one) => one.id === id);
  if (!command) throw new Error(`no command ${id}`);
  return { label: command.name, icon: () => null, run: vi.fn(), command, ...fields };
}
const named = (...names: string[]): Catalog => ({
  agents: [],
  providers: [],
  commands: names.map((name) => ({ name, source: "command", hints: [] })),
});

test("words of OpenCode's terminal do what can be done now; a server's command of that name is the server's", () => {
  const all = [
    "session.compact",
    "go.new",
    "go.home",
    "session.rename",
    "session.share",
    "session.unshare",
    "session.export",
  ];
  const offers = [...all, "answer.fork", "message.revert", "panel.palette", "composer.model", "composer.agent"].map(
    (id) => offer(id),
  );
  const names = (catalog?: Catalog) => actionsOf(offers, catalog).map(({ name }) => name);
  expect(names()).toEqual(expect.arrayContaining(["compact", "new", "sessions", "rename", "share", "unshare"]));
  expect(names()).toEqual(expect.arrayContaining(["export", "fork", "undo", "help", "models", "agents"]));
  expect(names(named("share"))).not.toContain("share");
  expect(actionsOf([offer("session.compact", { disabled: "Not now" })], undefined)).toEqual([]);
});

test("a text is one of them only as a whole", () => {
  const compact = offer("session.compact");
  const actions = actionsOf([compact], named());
  expect(actionIn(actions, "/compact the harbour")).toBeUndefined();
  expect(actionIn(actions, "compact")).toBeUndefined();
  actionIn(actions, "/compact ")?.run();
  expect(compact.run).toHaveBeenCalledOnce();
  expect(suggestedActions(actions, "co").map(({ word }) => word)).toEqual(["/compact"]);
  expect(suggestedActions(actions, "x")).toEqual([]);
});

test("what has two words is suggested once, and the other word says whose it is", () => {
  const actions = actionsOf([offer("session.compact", { label: "Compact" })], named());
  const suggested = (query: string) => suggestedActions(actions, query).map(({ word, note }) => [word, note]);
  expect(suggested("")).toEqual([["/compact", "Compact"]]);
  expect(suggested("sum")).toEqual([["/summarize", "Compact, as /compact"]]);
  // Where a command of the server has the main word, the other is the only one.
  const left = actionsOf([offer("session.compact", { label: "Compact" })], named("compact"));
  expect(suggestedActions(left, "").map(({ word, note }) => [word, note])).toEqual([["/summarize", "Compact"]]);
});
