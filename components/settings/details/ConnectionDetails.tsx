import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { browser } from "wxt/browser";
import type { ConnectionDetails as Known } from "../../../lib/bridge/calls/servers";
import type { Server } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CopyButton } from "../../ui/CopyButton";
import { clockTime } from "../../ui/time";
import styles from "./ConnectionDetails.module.css";
import { connectionReport, stateWords } from "./report";
import { detailRows } from "./rows";

/** Milliseconds between two looks while the details are open. */
const REFRESH = 2_000;
/** States that are listed; the copied text has all that are kept. */
const LISTED = 12;

/** A number stays with what it counts, wherever the line breaks. */
const unparted = (value: string) => value.replace(/(\d) (?=\S)/g, "$1\u00a0");

/** What a connection has been through, and what it does now. */
export function ConnectionDetails(props: { server: Server }) {
  const app = useApp();
  const [known, setKnown] = createSignal<Known>();
  async function look(): Promise<void> {
    try {
      setKnown(await app.background.connectionDetails(props.server.id));
    } catch {
      // A background that has just died has no answer: what was last known stays, and the next look tells more.
    }
  }
  onMount(() => {
    void look();
    const timer = setInterval(() => void look(), REFRESH);
    onCleanup(() => clearInterval(timer));
  });

  return (
    <Show when={known()} fallback={<p class={styles.empty}>Asking…</p>}>
      {(held) => (
        <div class={styles.details}>
          <dl class={styles.rows} aria-label="Connection details">
            <For each={detailRows(held(), app.now())}>
              {(row) => (
                <>
                  <dt>{row.term}</dt>
                  <dd>{unparted(row.value)}</dd>
                </>
              )}
            </For>
          </dl>
          <h4 class={styles.heading}>Latest states</h4>
          <ol class={styles.states} aria-label="Latest states">
            <For each={held().journal.states.slice(-LISTED).reverse()}>
              {(entry) => (
                <li>
                  <span class={styles.time}>{clockTime(entry.at)}</span> {stateWords(entry)}
                </li>
              )}
            </For>
          </ol>
          <div>
            <CopyButton
              label="Copy for a bug report"
              text={connectionReport(held(), {
                extension: browser.runtime.getManifest().version,
                browser: navigator.userAgent,
                info: props.server.info,
                now: Date.now(),
              })}
            />
          </div>
        </div>
      )}
    </Show>
  );
}
