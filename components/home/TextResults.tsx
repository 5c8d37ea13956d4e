import { createMemo, For, Show } from "solid-js";
import type { SessionText } from "../../lib/bridge/calls/text-search";
import { findSession, isDeleted, viewOf } from "../../lib/model";
import { useApp } from "../app/context";
import { moveFocus } from "../cards/move-focus";
import "../chat/find/find.css";
import { FaultLine } from "../ui/FaultLine";
import { keepFocus } from "../ui/keep-focus";
import { counted } from "../ui/numbers";
import { sessionTitle } from "../ui/session-words";
import { createTextSearch } from "./create-text-search";
import { HistoryMenu } from "./HistoryMenu";
import styles from "./TextResults.module.css";

/** Below the sessions whose titles have the words: those in which they were said, as far as this panel has that. */
export function TextResults(props: { query: string }) {
  const app = useApp();
  const search = createTextSearch(app.background, () => props.query);
  const isThere = ({ key }: SessionText) => findSession(app.state, key) !== undefined && !isDeleted(app.state, key);
  // One that is deleted can be had back: it stands here again then.
  const found = createMemo(() => search.found().filter(isThere));
  const words = createMemo(() => {
    const count = found().length;
    const where = `${counted(search.searched(), "conversation")} kept here`;
    if (search.searching()) return count > 0 ? `Said in ${count} so far, searching…` : "Searching what was said…";
    return count > 0 ? `Said in ${count} of ${where}` : `Not said in ${where}`;
  });
  let list: HTMLUListElement | undefined;
  keepFocus(
    () => list,
    () => found().map((text) => text.key),
  );
  return (
    <section>
      <p class={styles.words} role="status" aria-label="Search in conversations">
        {words()}
      </p>
      <Show when={search.fault()}>
        {(fault) => <FaultLine fault={fault()} doing="Conversations were not searched" />}
      </Show>
      <Show when={found().length > 0}>
        <ul
          ref={(element) => {
            list = element;
          }}
          class={styles.list}
          tabindex={-1}
          aria-label="Found in conversations"
          onKeyDown={(event) => moveFocus(event, "[data-text-open]")}
        >
          <For each={found()}>{(text) => <TextResult text={text} query={props.query} />}</For>
        </ul>
      </Show>
    </section>
  );
}

function TextResult(props: { text: SessionText; query: string }) {
  const app = useApp();
  const found = createMemo(() => findSession(app.state, props.text.key));
  let row: HTMLElement | undefined;
  const excerpt = () => props.text.excerpt;
  return (
    <Show when={found()}>
      {(known) => (
        <li
          ref={(element) => {
            row = element;
          }}
          class={styles.row}
        >
          <button
            type="button"
            class={styles.title}
            dir="auto"
            data-text-open
            onClick={() =>
              app.go({
                screen: "session",
                key: props.text.key,
                find: { query: props.query, messageId: props.text.messageId },
              })
            }
          >
            {sessionTitle(known().session)}
          </button>
          <span class={styles.count}>{props.text.count === 1 ? "" : `${props.text.count} times`}</span>
          <p class={styles.excerpt} dir="auto">
            {excerpt().before}
            <mark class={styles.mark}>{excerpt().match}</mark>
            {excerpt().after}
          </p>
          <HistoryMenu
            view={() => viewOf(app.state, known())}
            class={styles.menu}
            isAt={(at) => row?.contains(at) ?? false}
          />
        </li>
      )}
    </Show>
  );
}
