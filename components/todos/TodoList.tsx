import { For } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { Todo } from "../../lib/model";
import { Ban, Circle, CircleCheck, CircleDot } from "../ui/icons";
import styles from "./TodoList.module.css";

const MARKS = { completed: CircleCheck, in_progress: CircleDot, cancelled: Ban };
const WORDS = { completed: "Done", in_progress: "In progress", cancelled: "Cancelled" };

function byStatus<T>(table: Record<keyof typeof MARKS, T>, status: string, other: T): T {
  return status === "completed" || status === "in_progress" || status === "cancelled" ? table[status] : other;
}

/** An agent's checklist. */
export function TodoList(props: { todos: readonly Pick<Todo, "content" | "status">[] }) {
  return (
    <ul class={styles.list}>
      <For each={props.todos}>
        {(todo) => (
          <li class={styles.item} data-status={todo.status}>
            <span class={styles.mark} role="img" aria-label={byStatus(WORDS, todo.status, "To do")}>
              <Dynamic component={byStatus(MARKS, todo.status, Circle)} />
            </span>
            <span class={styles.words} dir="auto">
              {todo.content}
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}
