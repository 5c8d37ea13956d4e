import { Show } from "solid-js";
import { rootOf, type Server, type Session, sessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { hintOf } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { composer } from "../commands/list/composer";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { FaultLine } from "../ui/FaultLine";
import { useChat } from "./chat-context";
import styles from "./SessionView.module.css";

/** In place of the composer: a subagent takes its work from another agent. It can be stopped alone: that one goes on. */
export function SubagentFoot(props: { server: Server; session: Session }) {
  const app = useApp();
  const chat = useChat();
  const root = () => rootOf(props.server, props.session.id);
  const stop = createAction(() => app.background.stop(chat.key));
  app.commands.offer(() =>
    offersOf(composer, {
      focus: undefined,
      beside: undefined,
      stop: chat.working() ? () => void stop.run() : undefined,
    }),
  );
  return (
    <div class={styles.foot}>
      <span class={styles.grow}>A subagent works here, for another session.</span>
      <Show when={chat.working()}>
        <Button
          busy={stop.busy()}
          title={hintOf("Stop", app.commands.shown("composer.stop"))}
          aria-keyshortcuts={app.commands.aria("composer.stop")}
          onClick={() => void stop.run()}
        >
          Stop
        </Button>
      </Show>
      <Show when={root() !== props.session.id}>
        <Button onClick={() => app.go({ screen: "session", key: sessionKey(props.server.id, root()) })}>
          Open that session
        </Button>
      </Show>
      <Show when={stop.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not stopped" />}</Show>
    </div>
  );
}
