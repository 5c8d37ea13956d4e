import { type Accessor, createSignal } from "solid-js";
import type { Services } from "../../../lib/opencode/services";
import { type Action, createAction } from "../../ui/action";

export interface ServicesView {
  directory: Accessor<string>;
  /** Of that directory; `undefined` until they are known. */
  known: Accessor<Services | undefined>;
  look: Pick<Action<[]>, "busy" | "fault">;
  turnTo(directory: string): void;
  /** Asks again, unless that is under way. */
  refresh(): void;
  /** Something was changed: resolves when what is known is from after that, or could not be asked. */
  changed(): Promise<unknown>;
}

/** What works in one of a server's directories, as `ask` tells it. An answer that is out of date when it comes is asked for again. */
export function createServices(ask: (directory: string) => Promise<Services>, first: string): ServicesView {
  const [directory, setDirectory] = createSignal(first);
  const [known, setKnown] = createSignal<Services>();
  let version = 0;
  const look = createAction(async () => {
    for (;;) {
      const [asked, seen] = [directory(), version];
      const answer = await ask(asked).then(
        (found) => ({ found }),
        (error: unknown) => ({ error }),
      );
      if (asked !== directory() || seen !== version) continue;
      if ("error" in answer) throw answer.error;
      setKnown(answer.found);
      return;
    }
  });
  let under: Promise<unknown> = Promise.resolve();
  function run(): Promise<unknown> {
    if (!look.busy()) under = look.run();
    return under;
  }

  return {
    directory,
    known,
    look,
    turnTo(next) {
      setDirectory(next);
      setKnown(undefined);
      void run();
    },
    refresh: () => void run(),
    changed() {
      version++;
      return run();
    },
  };
}
