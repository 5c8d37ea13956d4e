import { Match, Show, Switch } from "solid-js";
import { describeFault } from "../../../lib/model";
import { StateMark } from "../../ui/StateMark";
import type { Find } from "./create-find";
import styles from "./FindBar.module.css";

/** "3 of 17": the current hit among all. */
function countWords({ number, total, progress }: Find): string {
  if (total() === 0) return progress() === "done" ? "None" : "";
  const all = total().toLocaleString();
  return number() === 0 ? `${all} found` : `${number().toLocaleString()} of ${all}`;
}

/** What is found and how far the search is. Always one line, so that the conversation below stays where it is. */
export function FindNote(props: { find: Find }) {
  const is = (progress: ReturnType<Find["progress"]>) => props.find.progress() === progress;
  return (
    <div class={styles.note}>
      <span class={styles.count} role="status" aria-label="Found">
        {countWords(props.find)}
      </span>
      <Switch>
        <Match when={is("none")}>
          <span class={styles.words}>In messages, thoughts and tool calls</span>
        </Match>
        <Match when={is("older")}>
          <StateMark mark="working" />
          <span class={styles.words} title={`${props.find.searched().toLocaleString()} messages searched`}>
            Searching older messages…
          </span>
          <button type="button" class={styles.action} onClick={() => props.find.stop()}>
            Stop
          </button>
        </Match>
        <Match when={is("stopped")}>
          <Show when={props.find.fault()}>
            <StateMark mark="failed" />
          </Show>
          <span class={styles.words} role="status">
            <Show when={props.find.fault()} fallback="Older messages were not searched">
              {(fault) => `Not all searched: ${describeFault(fault()).title}`}
            </Show>
          </span>
          <button type="button" class={styles.action} onClick={() => props.find.goOn()}>
            {props.find.fault() ? "Try again" : "Go on"}
          </button>
        </Match>
        <Match when={is("done")}>
          <span class={styles.words} title="With thoughts, and what tools were given and gave">
            {`in ${props.find.searched().toLocaleString()} messages`}
          </span>
        </Match>
      </Switch>
    </div>
  );
}
