import { createMemo, Show } from "solid-js";
import { findSession, folderName, type SessionKey, stateOf } from "../../../lib/model";
import { useApp } from "../../app/context";
import { StateMark } from "../../ui/StateMark";
import { MARK_OF, sessionTitle, WORD_OF } from "../../ui/session-words";
import styles from "./CardStrip.module.css";

/** What the open session is called, its state and where it works. */
export function Name(props: { open: SessionKey }) {
  const app = useApp();
  const found = createMemo(() => findSession(app.state, props.open));
  return (
    <p class={styles.name}>
      <Show when={found()}>
        {(held) => {
          const state = () => stateOf(held().server, held().session.id);
          return (
            <>
              <StateMark mark={MARK_OF[state()]} word={WORD_OF[state()]} />
              <bdi class={styles.title}>{sessionTitle(held().session)}</bdi>
              <bdi class={styles.folder}>{folderName(held().session.directory)}</bdi>
            </>
          );
        }}
      </Show>
    </p>
  );
}
