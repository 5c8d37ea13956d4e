import { afterAll } from "vitest";
import { text } from "../../../tools/model/steps";
import { sharingService } from "../../support/fake-servers";
import { useScene } from "../scene";

export const sharing = await sharingService();
afterAll(() => sharing.close());

/** What the model says, whatever it is asked. */
export const ANSWER = "I heard you.";

/** Sessions can be shared, at a service that stands in for OpenCode's own. */
export const { stage, nexus, panel, open } = useScene({
  script: () => [text(ANSWER)],
  config: { more: { share: "manual", enterprise: { url: sharing.url } } },
});
