import { type JSX, Match, Switch } from "solid-js";
import { describeFault, type Fault } from "../../lib/model";
import { Button } from "../ui/Button";
import { StateMark } from "../ui/StateMark";
import styles from "./SessionView.module.css";

export interface StandingProps {
  loading: boolean;
  fault: Fault | undefined;
  onRetry(): void;
}

/** What stands where messages will be: loading, failed, or nothing said yet. */
export function Standing(props: StandingProps): JSX.Element {
  return (
    <div class={styles.standing}>
      <Switch
        fallback={
          <>
            <p class={styles.headline}>Nothing said yet</p>
            <p>Write the first message below.</p>
          </>
        }
      >
        <Match when={props.fault}>
          {(fault) => (
            <>
              <p class={styles.headline}>
                <StateMark mark="failed" /> {describeFault(fault()).title}
              </p>
              <p>{describeFault(fault()).remedy}</p>
              <Button onClick={() => props.onRetry()}>Retry</Button>
            </>
          )}
        </Match>
        <Match when={props.loading}>
          <p class={styles.faint}>
            <StateMark mark="working" /> Loading the conversation…
          </p>
        </Match>
      </Switch>
    </div>
  );
}
