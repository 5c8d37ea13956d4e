import { Show } from "solid-js";
import { rootOf, type Server, type Session, sessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { Button } from "../ui/Button";
import styles from "./SessionView.module.css";

/** In place of the composer: a subagent takes its work from another agent. */
export function SubagentFoot(props: { server: Server; session: Session }) {
  const app = useApp();
  const root = () => rootOf(props.server, props.session.id);
  return (
    <div class={styles.foot}>
      <span class={styles.grow}>A subagent works here, for another session.</span>
      <Show when={root() !== props.session.id}>
        <Button onClick={() => app.go({ screen: "session", key: sessionKey(props.server.id, root()) })}>
          Open that session
        </Button>
      </Show>
    </div>
  );
}
