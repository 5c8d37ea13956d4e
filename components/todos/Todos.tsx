import { createMemo, createSignal, createUniqueId, Show } from "solid-js";
import { splitSessionKey, todoProgress } from "../../lib/model";
import { useApp } from "../app/context";
import { useChat } from "../chat/chat-context";
import { hintOf } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { tasks } from "../commands/list/conversation";
import { ChevronRight } from "../ui/icons";
import { isOfLastTurn } from "./last-turn";
import { TodoBar } from "./TodoBar";
import { TodoList } from "./TodoList";
import styles from "./todos.module.css";

/** The agent's tasks above the conversation, until the next message after all are done; opened, all of them. */
export function Todos() {
  const app = useApp();
  const chat = useChat();
  const id = createUniqueId();
  const { server, session } = splitSessionKey(chat.key);
  const [open, setOpen] = createSignal(false);
  const todos = () => app.state.servers[server]?.todos[session] ?? [];
  const progress = createMemo(() => {
    const now = todoProgress(todos());
    return now && (now.current || isOfLastTurn(chat.transcript())) ? now : undefined;
  });
  const toggle = () => setOpen((was) => !was);
  app.commands.offer(() => (progress() ? offersOf(tasks, { isOpen: open(), toggle }) : []));
  return (
    <Show when={progress()}>
      {(now) => (
        <div class={styles.todos}>
          <button
            type="button"
            class={styles.line}
            aria-expanded={open()}
            aria-controls={open() ? id : undefined}
            title={hintOf("Tasks", app.commands.shown("session.tasks"))}
            aria-keyshortcuts={app.commands.aria("session.tasks")}
            onClick={toggle}
          >
            <ChevronRight />
            <TodoBar progress={now()} />
          </button>
          <Show when={open()}>
            {/* What scrolls must be reachable by keyboard. */}
            <section id={id} class={styles.all} tabindex={0} aria-label="Tasks">
              <TodoList todos={todos()} />
            </section>
          </Show>
        </div>
      )}
    </Show>
  );
}
