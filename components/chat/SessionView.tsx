import { createMemo, Show } from "solid-js";
import { findSession, type Server, type Session, type SessionKey } from "../../lib/model";
import { type Sought, useApp } from "../app/context";
import { Notices } from "../home/Notices";
import { GoneSession } from "./gone/GoneSession";
import { OpenSession } from "./OpenSession";
import styles from "./SessionView.module.css";
import { CardStrip } from "./strip/CardStrip";

/** A session opened in place: the other cards, the conversation, what it waits for, and where to write. */
export function SessionView(props: { key: SessionKey; find?: Sought | undefined }) {
  const app = useApp();
  const found = createMemo(() => findSession(app.state, props.key));
  return (
    <main class={styles.view}>
      <Show
        when={found() && props.key}
        keyed
        fallback={
          <>
            <CardStrip open={props.key} />
            <Notices />
            <Show when={app.link() !== "loading" && props.key} keyed>
              {(key) => <GoneSession key={key} />}
            </Show>
          </>
        }
      >
        {(key) => <Held key={key} find={props.find} found={found()} />}
      </Show>
    </main>
  );
}

/** Keeps the last state of a session that goes while it is on show, until the fallback takes over. */
function Held(props: {
  key: SessionKey;
  find: Sought | undefined;
  found: { server: Server; session: Session } | undefined;
}) {
  const held = createMemo<{ server: Server; session: Session } | undefined>((last) => props.found ?? last);
  return (
    <Show when={held()}>
      {(entry) => <OpenSession key={props.key} find={props.find} server={entry().server} session={entry().session} />}
    </Show>
  );
}
