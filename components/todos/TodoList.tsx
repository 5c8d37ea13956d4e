import Ban from "lucide-solid/icons/ban";
import Circle from "lucide-solid/icons/circle";
import CircleCheck from "lucide-solid/icons/circle-check";
import CircleDot from "lucide-solid/icons/circle-dot";
import { For } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { Todo } from "../../lib/model";
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
            <Dynamic
              component={byStatus(MARKS, todo.status, Circle)}
              size={14}
              role="img"
              aria-label={byStatus(WORDS, todo.status, "To do")}
            />
            <span dir="auto">{todo.content}</span>
          </li>
        )}
      </For>
    </ul>
  );
}
