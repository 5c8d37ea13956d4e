import { createMemo, createSignal, Show } from "solid-js";
import type { ToolInput, ToolPart } from "../../../lib/model";
import { TodoList } from "../../todos/TodoList";
import { ListTodo } from "../../ui/icons";
import { shortened } from "../excerpt";
import { Failure } from "../Failure";
import { Given } from "../Given";
import { Result } from "../Result";
import { useRevealed } from "../reveal";
import { ShowAll } from "../ShowAll";
import type { ToolRenderer } from "../tool";

/** Items that are shown before all are asked for. */
const FIRST = 50;
/** Characters of an item; more is no item of a list. */
const LONGEST = 1000;

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
    return [{ content: shortened(todo.content, LONGEST), status }];
  });
}

/** What a call without any item says instead. */
const Unread = (props: { part: ToolPart }) => (
  <>
    <Given input={props.part.state.input} names={[]} />
    <Show when={props.part.state.status === "completed"}>
      <Result part={props.part} />
    </Show>
  </>
);

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
  Detail: (props) => {
    const [all, setAll] = createSignal(false);
    const revealed = useRevealed();
    const items = createMemo(() => itemsOf(props.part.state.input));
    const isCut = () => items().length > FIRST + 2;
    return (
      <>
        <Show when={items().length > 0} fallback={<Unread part={props.part} />}>
          <TodoList todos={isCut() && !all() && !revealed() ? items().slice(0, FIRST) : items()} />
        </Show>
        <Show when={isCut()}>
          <ShowAll all={all()} more={`Show all (${items().length.toLocaleString()} items)`} onChange={setAll} />
        </Show>
        <Failure part={props.part} />
      </>
    );
  },
};
