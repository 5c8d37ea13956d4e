import { createUniqueId, Show } from "solid-js";
import type { SessionKey } from "../../../lib/model";
import { useApp } from "../../app/context";
import { createAction } from "../../ui/action";
import { Button } from "../../ui/Button";
import { FaultLine } from "../../ui/FaultLine";
import styles from "./GoneSession.module.css";
import { createLeftBehind } from "./left-behind";

/** What stands in the place of a session that is gone: its last trace is what the user wrote for it and did not send. */
export function GoneSession(props: { key: SessionKey }) {
  const app = useApp();
  const id = createUniqueId();
  const left = createLeftBehind(app, props.key);
  const act = createAction((work: () => Promise<void>) => work());

  async function takeAlong(): Promise<void> {
    if (await act.run(left.takeAlong)) app.go({ screen: "new" });
  }

  return (
    <div class={styles.gone}>
      <h1 class={styles.headline}>This session is not here</h1>
      <p>It may have been deleted, or its server was removed.</p>
      <Show when={left.words()}>
        {(words) => (
          <div class={styles.left}>
            <label for={id}>What you wrote there was not sent:</label>
            <textarea id={id} class={styles.words} dir="auto" readOnly rows={4} value={words()} />
            <div class={styles.actions}>
              <Button variant="quiet" busy={act.busy()} onClick={() => void act.run(left.drop)}>
                Drop
              </Button>
              <Button busy={act.busy()} onClick={() => void takeAlong()}>
                Put in a new session
              </Button>
            </div>
          </div>
        )}
      </Show>
      <Show when={act.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
      <Button onClick={() => app.go({ screen: "home" })}>Back</Button>
    </div>
  );
}
