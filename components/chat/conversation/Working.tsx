import { createMemo, Match, Show, Switch } from "solid-js";
import { useApp } from "../../app/context";
import { elapsed } from "../../tools/elapsed";
import { StateMark } from "../../ui/StateMark";
import { useChat } from "../chat-context";
import { errorWords, retryWords } from "../message/errors";
import { askedAt, showsWork } from "./activity";
import styles from "./Conversation.module.css";

/** What the agent does while nothing else on show tells it. Times are not read out: they change every second. */
export function Working() {
  const app = useApp();
  const chat = useChat();
  const hidesThoughts = () => app.reading.choices().reasoning === "hidden";
  const quiet = createMemo(
    () => chat.working() && chat.requests().length === 0 && !showsWork(chat.transcript(), hidesThoughts()),
  );
  const since = createMemo(() => askedAt(chat.transcript()));
  const took = () => {
    const start = since();
    return start === undefined ? "" : elapsed(chat.now() - start);
  };
  const retry = () => {
    const status = chat.status();
    return status.type === "retry" ? status : undefined;
  };
  return (
    <Switch>
      <Match when={retry()}>
        {(status) => (
          <div class={styles.working}>
            <StateMark mark="waiting" />
            <div class={styles.words}>
              <p aria-hidden="true">{retryWords(status().attempt, status().nextAt - chat.now())}</p>
              <p class={styles.unseen}>The provider is busy; trying again soon</p>
              <Show when={status().message}>
                {(said) => (
                  <p class={styles.faint} dir="auto">
                    {errorWords({ name: "", message: said() }).title}
                  </p>
                )}
              </Show>
            </div>
          </div>
        )}
      </Match>
      <Match when={quiet()}>
        <div class={styles.working}>
          <StateMark mark="working" />
          <span>Working</span>
          <span class={styles.faint} aria-hidden="true">
            {took()}
          </span>
        </div>
      </Match>
    </Switch>
  );
}
