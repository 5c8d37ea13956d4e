import { afterAll } from "vitest";
import { text } from "../../../tools/model/steps";
import { knownProviders } from "../../support/providers";
import { useSidebarScene } from "../sidebar-scene";
import { story } from "../story";

const known = await knownProviders();
afterAll(() => known.remove());

export const LONG = "One long answer";
export const answer = () => [text("I heard you.")];
const command = { tide: { template: "Say the tide at $ARGUMENTS.", description: "Tells the tide" } };

/** A project with a command, providers to connect, and one long answer; what files become is kept. */
export const { stage, nexus, sidebar } = useSidebarScene({
  script: ({ prompt }) => (prompt === LONG ? [text(story("long", 240))] : answer()),
  before: async (stage) => void (await stage.addSession(LONG)),
  config: { permission: { bash: "ask" }, more: { ...known.config, command, snapshot: true } },
  server: { env: known.env },
});
