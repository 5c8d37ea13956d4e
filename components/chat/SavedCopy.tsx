import { Match, Show, Switch } from "solid-js";
import { describeFault, type Fault } from "../../lib/model";
import { Button } from "../ui/Button";
import { StateMark } from "../ui/StateMark";
import type { freshnessOf } from "./freshness";
import styles from "./SessionView.module.css";

export interface SavedCopyProps {
  freshness: ReturnType<typeof freshnessOf>;
  fault: Fault | undefined;
  onRetry(): void;
}

/** Says that what is on show may not be what the server has now. */
export function SavedCopy(props: SavedCopyProps) {
  return (
    <Show when={props.freshness !== "fresh"}>
      <div class={styles.saved} role="status">
        <Switch>
          <Match when={props.freshness === "offline"}>
            <StateMark mark="away" /> Offline copy
          </Match>
          <Match when={props.fault}>
            {(fault) => (
              <>
                <StateMark mark="failed" />
                <span class={styles.grow}>Saved copy. {describeFault(fault()).title}.</span>
                <Button variant="quiet" onClick={() => props.onRetry()}>
                  Retry
                </Button>
              </>
            )}
          </Match>
          <Match when={true}>
            <StateMark mark="working" /> Saved copy — refreshing…
          </Match>
        </Switch>
      </div>
    </Show>
  );
}
