import { createMemo, For, onMount, Show } from "solid-js";
import { type CardView, sessionKey, stateOf } from "../../lib/model";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Dialog } from "../ui/Dialog";
import { FaultLine } from "../ui/FaultLine";
import { StateMark } from "../ui/StateMark";
import { MARK_OF, sessionTitle, WORD_OF } from "../ui/session-words";
import { descendantsOf } from "./family-tree";
import { moveFocus } from "./move-focus";
import styles from "./SubagentsDialog.module.css";

/** The sessions that subagents work in for a session, each below the one it works for. Their foot leads back. */
export function SubagentsDialog(props: { view: CardView; onClose(): void }) {
  const app = useApp();
  const load = createAction(() => app.background.loadSubagents(props.view.key));
  onMount(() => void load.run());
  const found = createMemo(() => descendantsOf(props.view.server, props.view.session.id));
  return (
    <Dialog open onOpenChange={() => props.onClose()} title="Subagents">
      <Show when={found().length === 0}>
        <p class={styles.text} role="status">
          {load.busy() ? "Asking…" : load.fault() ? "" : "No subagent has worked for this session."}
        </p>
      </Show>
      <Show when={load.fault()}>{(fault) => <FaultLine fault={fault()} doing="There may be more" />}</Show>
      <ul
        class={styles.list}
        aria-label="Subagents"
        hidden={found().length === 0}
        onKeyDown={(event) => moveFocus(event, "[data-subagent-open]")}
      >
        <For each={found()}>
          {({ session, depth }) => {
            const state = () => stateOf(props.view.server, session.id);
            return (
              <li class={styles.row} style={{ "--depth": depth }}>
                <StateMark mark={MARK_OF[state()]} />
                <button
                  type="button"
                  class={styles.title}
                  dir="auto"
                  title={sessionTitle(session)}
                  data-subagent-open
                  onClick={() => {
                    props.onClose();
                    app.go({ screen: "session", key: sessionKey(props.view.server.id, session.id) });
                  }}
                >
                  {sessionTitle(session)}
                </button>
                <span class={styles.state}>{WORD_OF[state()]}</span>
              </li>
            );
          }}
        </For>
      </ul>
    </Dialog>
  );
}
