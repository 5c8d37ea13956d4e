import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import { type Deletion, type SessionKey, splitSessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { deletion as commands } from "../commands/list/history";
import { createAction } from "../ui/action";
import { Banner } from "../ui/Banner";
import { KeyedFor } from "../ui/KeyedFor";
import { sessionTitle } from "../ui/session-words";
import { createHold } from "./create-hold";
import styles from "./Notices.module.css";

/** Milliseconds a server is given before it counts as away. */
const LATE = 5_000;

/** Sessions that are about to be deleted, each to be had back; none goes while somebody is at it. */
export function Deletions() {
  const app = useApp();
  const undo = createAction((key: SessionKey) => app.background.undoDelete(key));
  const count = createMemo(() => app.state.deletions.length);
  const [box, setBox] = createSignal<HTMLElement>();
  let last: HTMLButtonElement | undefined;
  // Its card had the focus and is gone: what can be done about that comes next.
  createEffect(
    on(
      count,
      (now, before) => {
        if (now > (before ?? 0) && document.activeElement === document.body) last?.focus();
      },
      { defer: true },
    ),
  );

  async function takeBack(key: SessionKey): Promise<void> {
    if (!(await undo.run(key))) return;
    const id = CSS.escape(splitSessionKey(key).session);
    document
      .querySelector<HTMLElement>(`[data-session-id="${id}"] :is([data-card-open], [data-history-open])`)
      ?.focus();
  }

  const offersFor = (deletion: Deletion) =>
    offersOf(commands, {
      title: sessionTitle(deletion),
      of: deletion.key,
      undo: () => void takeBack(deletion.key),
    });
  // The last one first: its key means that.
  app.commands.offer(() => [...app.state.deletions].reverse().flatMap(offersFor));

  const words = (deletion: Deletion) => {
    const title = `“${sessionTitle(deletion)}”`;
    return app.now() > deletion.dueAt + LATE
      ? `${title} is deleted when its server answers`
      : `${title} is being deleted`;
  };
  createHold(app, box);
  return (
    <Show when={count() > 0}>
      <div ref={setBox} class={styles.list}>
        <KeyedFor each={app.state.deletions} by={({ key }) => key}>
          {(deletion) => (
            <Banner tone="info" title={words(deletion())}>
              <CommandButton
                ref={(button: HTMLButtonElement) => {
                  last = button;
                }}
                offer={offersFor(deletion())[0]}
              />
            </Banner>
          )}
        </KeyedFor>
      </div>
    </Show>
  );
}
