import type { ToolInput } from "../../../lib/model";
import { TodoList } from "../../todos/TodoList";
import { ListTodo } from "../../ui/icons";
import type { ToolRenderer } from "../tool";

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
  Detail: (props) => <TodoList todos={itemsOf(props.part.state.input)} />,
};
