import { afterAll } from "vitest";
import { text } from "../../../tools/model/steps";
import { writeConfig } from "../../../tools/opencode/config";
import { sharingService } from "../../support/fake-servers";
import { useScene } from "../scene";

export const sharing = await sharingService();
afterAll(() => sharing.close());

/** What the model says, whatever it is asked. */
export const ANSWER = "I heard you.";

/**
 * Sessions can be shared, at a service that stands in for OpenCode's own. The second workspace alone has snapshots, which a
 * revert takes files from: they cost every turn.
 */
export const { stage, nexus, panel, open } = useScene({
  script: () => [text(ANSWER)],
  config: { more: { share: "manual", enterprise: { url: sharing.url } } },
  before: ({ workspace, model }) =>
    writeConfig(workspace.second, { modelUrl: model.url, permission: {}, more: { snapshot: true } }),
});
