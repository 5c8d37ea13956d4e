import Ban from "lucide-solid/icons/ban";
import Circle from "lucide-solid/icons/circle";
import CircleCheck from "lucide-solid/icons/circle-check";
import CircleDot from "lucide-solid/icons/circle-dot";
import ListTodo from "lucide-solid/icons/list-todo";
import { For } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { ToolInput } from "../../../lib/model";
import type { ToolRenderer } from "../tool";
import styles from "./todos.module.css";

interface Item {
  content: string;
  status: string;
}

/** The list as the model wrote it; anything that is not an item is left out. */
function itemsOf(input: ToolInput): Item[] {
  const todos = Array.isArray(input.todos) ? input.todos : [];
  return todos.flatMap((todo: unknown) => {
    if (typeof todo !== "object" || todo === null || !("content" in todo) || typeof todo.content !== "string")
      return [];
    const status = "status" in todo && typeof todo.status === "string" ? todo.status : "pending";
    return [{ content: todo.content, status }];
  });
}

const MARKS = { completed: CircleCheck, in_progress: CircleDot, cancelled: Ban };
const WORDS = { completed: "Done", in_progress: "In progress", cancelled: "Cancelled" };

function byStatus<T>(table: Record<keyof typeof MARKS, T>, status: string, other: T): T {
  return status === "completed" || status === "in_progress" || status === "cancelled" ? table[status] : other;
}

/** The agent's checklist. */
export const todos: ToolRenderer = {
  tools: ["todowrite"],
  summary(part) {
    const items = itemsOf(part.state.input);
    const done = items.filter((item) => item.status === "completed").length;
    return {
      icon: ListTodo,
      verb: { base: "Update", doing: "Updating", done: "Updated" },
      subject: "the plan",
      ...(items.length > 0 ? { note: `${done} of ${items.length} done` } : {}),
    };
  },
  Detail: (props) => (
    <ul class={styles.list}>
      <For each={itemsOf(props.part.state.input)}>
        {(item) => (
          <li class={styles.item} data-status={item.status}>
            <Dynamic
              component={byStatus(MARKS, item.status, Circle)}
              size={14}
              role="img"
              aria-label={byStatus(WORDS, item.status, "To do")}
            />
            <span dir="auto">{item.content}</span>
          </li>
        )}
      </For>
    </ul>
  ),
};
