import { createMemo, createSignal, Match, Show, Switch } from "solid-js";
import { type Request, requestsOf, type Server, type SessionId } from "../../lib/model";
import { permissionPhrase } from "../ui/permission-words";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import { Permission } from "./Permission";
import { QuestionForm } from "./QuestionForm";
import type { RequestProps } from "./RequestFrame";
import styles from "./requests.module.css";

function only<T extends Request["type"]>(request: Request, type: T): Extract<Request, { type: T }> | undefined {
  return request.type === type ? (request as Extract<Request, { type: T }>) : undefined;
}

export interface RequestsProps {
  server: Server;
  sessionId: SessionId;
  /** The last request was answered from here: the focus may go on. */
  onDone(): void;
}

/**
 * What a session and its subagents wait for: the oldest request first, the others a step away. Nothing here takes the
 * focus: the user may be writing.
 */
export function Requests(props: RequestsProps) {
  const requests = createMemo(() => requestsOf(props.server, props.sessionId));
  let box: HTMLElement | undefined;
  const [chosen, setChosen] = createSignal<string>();
  const index = () =>
    Math.max(
      0,
      requests().findIndex((request) => request.id === chosen()),
    );
  const current = () => requests()[index()];
  const currentId = createMemo(() => current()?.id);

  function step(by: number): void {
    const count = requests().length;
    setChosen(requests()[(index() + by + count) % count]?.id);
  }
  /** From an answered form to the next request, or out of here; a focus that is elsewhere stays there. */
  function passFocusOn(): void {
    const focused = document.activeElement;
    if (focused && focused !== document.body && !box?.contains(focused)) return;
    const next = requests().length > 0 ? box?.querySelector<HTMLElement>("[role=group]") : undefined;
    if (next) next.focus({ preventScroll: true });
    else props.onDone();
  }
  const common = (): Omit<RequestProps, "request"> => ({
    server: props.server,
    sessionId: props.sessionId,
    index: index(),
    count: requests().length,
    onStep: step,
    onAnswered: passFocusOn,
  });

  return (
    <div
      class={styles.requests}
      ref={(element) => {
        box = element;
      }}
    >
      <VisuallyHidden>
        <span role="status">
          <Show when={current()}>
            {(request) => {
              const asked = request();
              return `Needs you: ${asked.type === "permission" ? permissionPhrase(asked.permission) : "answer a question"}`;
            }}
          </Show>
        </span>
      </VisuallyHidden>
      <Show when={currentId()} keyed>
        {(id) => {
          const request = () => props.server.requests[id];
          return (
            <Show when={request()}>
              {(held) => (
                <Switch>
                  <Match when={only(held(), "permission")}>
                    {(permission) => <Permission {...common()} request={permission()} />}
                  </Match>
                  <Match when={only(held(), "question")}>
                    {(question) => <QuestionForm {...common()} request={question()} />}
                  </Match>
                </Switch>
              )}
            </Show>
          );
        }}
      </Show>
    </div>
  );
}
