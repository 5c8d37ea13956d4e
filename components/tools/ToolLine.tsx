import { type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { ToolPart } from "../../lib/model";
import { Ban, CircleStop, TriangleAlert } from "../ui/icons";
import { LineChanges } from "../ui/LineChanges";
import { StateMark } from "../ui/StateMark";
import { shortened } from "./excerpt";
import { statusOf, wordOf } from "./summary";
import styles from "./ToolLine.module.css";
import type { ToolContext, ToolSummary } from "./tool";

const STATUS_ICONS = { failed: TriangleAlert, denied: Ban, stopped: CircleStop };

/** What a call was about and where it stands, in one line. */
export function ToolLine(props: {
  part: ToolPart;
  summary: ToolSummary;
  context: ToolContext;
  /** The server's time. */
  now: number;
}): JSX.Element {
  const phase = () => props.context.phase;
  const status = () => props.summary.status ?? statusOf(props.part, phase(), props.now);
  const subject = () => shortened(props.summary.subject ?? "");
  const icon = () => {
    const now = phase();
    return now === "failed" || now === "denied" || now === "stopped" ? STATUS_ICONS[now] : props.summary.icon;
  };
  return (
    <span class={styles.line} data-phase={phase()}>
      <Show
        when={phase() === "waiting" || phase() === "running"}
        fallback={
          <span class={styles.icon}>
            <Dynamic component={icon()} />
          </span>
        }
      >
        <StateMark mark={phase() === "waiting" ? "waiting" : "working"} />
      </Show>
      <span class={styles.what}>
        {wordOf(props.summary.verb, phase())}{" "}
        <Show when={props.summary.code} fallback={<bdi class={styles.subject}>{subject()}</bdi>}>
          <code class={styles.code} dir="auto">
            {subject()}
          </code>
        </Show>
      </span>
      <Show when={props.summary.note}>
        {(note) => (
          <span class={styles.note} dir="auto">
            {shortened(note())}
          </span>
        )}
      </Show>
      <Show when={props.summary.changes}>{(changes) => <LineChanges {...changes()} />}</Show>
      <Show when={props.summary.alarm}>{(words) => <span class={styles.alarm}>{words()}</span>}</Show>
      <Show when={status()}>{(word) => <span class={styles.status}>{word()}</span>}</Show>
    </span>
  );
}
