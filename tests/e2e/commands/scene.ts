import { text } from "../../../tools/model/steps";
import { useScene } from "../scene";

/** Two sessions that somebody else has begun. */
export const { stage, nexus, panel, open } = useScene({
  script: () => [text("So it is.")],
  before: async (made) => {
    await made.addSession("The tides of Brest");
    await made.addSession("The harbour of Hamburg");
  },
});
