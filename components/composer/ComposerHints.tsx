import { For, Show } from "solid-js";
import type { Fault } from "../../lib/model";
import { Button } from "../ui/Button";
import { FaultLine } from "../ui/FaultLine";
import { StateMark } from "../ui/StateMark";
import styles from "./Composer.module.css";

export interface ComposerHintsProps {
  /** What was chosen and is not offered any more. */
  lost: string[];
  /** A scripted model would answer. */
  demo: boolean;
  notReady: string | undefined;
  /** Id of the words that say why nothing can be sent. */
  reasonId: string;
  /** Why files are not attached. */
  refused: readonly string[];
  /** Files of the past prompt on show that cannot go along again. */
  gone: readonly string[];
  notSent: Fault | undefined;
  notStopped: Fault | undefined;
  /** Why agents, models and commands are not known. */
  notLoaded: Fault | undefined;
  onLoad(): void;
}

/** What the user should know before or after sending, under the text. */
export function ComposerHints(props: ComposerHintsProps) {
  return (
    <>
      <Show when={props.lost.length > 0}>
        <p class={styles.hint} role="status">
          <span>{props.lost.join(" and ")} can no longer be chosen here. The default answers instead.</span>
        </p>
      </Show>
      <Show when={props.demo}>
        <p class={styles.hint}>Scripted demo model: answers are canned. Connect a real model in OpenCode.</p>
      </Show>
      <Show when={props.refused.length > 0}>
        <div role="alert">
          <For each={props.refused}>
            {(words) => (
              <p class={styles.hint}>
                <StateMark mark="failed" />
                <span>{words}</span>
              </p>
            )}
          </For>
        </div>
      </Show>
      <Show when={props.gone.length > 0}>
        <p class={styles.hint} role="status">
          <span>
            {props.gone.map((name) => `“${name}”`).join(", ")} went along then and is no longer stored here. Attach it
            again.
          </span>
        </p>
      </Show>
      <Show when={props.notReady}>
        {(reason) => (
          <p id={props.reasonId} class={styles.hint}>
            <StateMark mark="away" />
            <span>{reason()}</span>
          </p>
        )}
      </Show>
      <Show when={props.notLoaded}>
        {(fault) => (
          <div class={styles.hint}>
            <FaultLine fault={fault()} doing="Agents, models and commands not loaded" />
            <Button variant="quiet" onClick={() => props.onLoad()}>
              Retry
            </Button>
          </div>
        )}
      </Show>
      <Show when={props.notSent ?? props.notStopped}>
        {(fault) => (
          <div class={styles.hint}>
            <FaultLine fault={fault()} doing={props.notSent ? "Not sent" : "Not stopped"} />
          </div>
        )}
      </Show>
    </>
  );
}
