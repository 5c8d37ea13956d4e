import { createEffect, createMemo, createSignal, Match, on, Show, Switch, untrack } from "solid-js";
import { type Request, requestsOf, type Server, type SessionId, sessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { offersOf } from "../commands/command";
import { requests as commands } from "../commands/list/requests";
import { MESSAGE_FIELD } from "../composer/field";
import { permissionPhrase } from "../ui/permission-words";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import { createEarly } from "./early";
import { LostReply } from "./LostReply";
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
  /** The focus goes on to the composer: the last request was answered from here, or the user begins to write. */
  onWrite(): void;
}

/**
 * What a session and its subagents wait for: the oldest request first, the others a step away. A request that appears takes
 * the focus from an empty composer, and from nowhere else: the user may be writing or reading.
 */
export function Requests(props: RequestsProps) {
  const app = useApp();
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
  const early = createEarly(currentId, () => currentId() === untrack(chosen));
  const key = () => sessionKey(props.server.id, props.sessionId);
  const idle = createMemo(() => {
    const { text, context } = app.drafts.get(key());
    return text === "" && context.length === 0;
  });

  // Who comes from a notification comes for one of them.
  createEffect(() => {
    const view = app.view();
    if (view.screen === "session" && view.key === key() && view.request) setChosen(view.request);
  });
  /** Of this session and of its subagents that have asked: what was written for one that is gone is in their drafts. */
  const asking = createMemo<readonly SessionId[]>(
    (before) => [...new Set([...before, ...requests().map((request) => request.sessionId)])],
    [props.sessionId],
  );
  createEffect(
    on(currentId, async (id) => {
      if (id === undefined) return;
      // What was written before the panel was closed is there only then.
      await app.drafts.load(key());
      const focused = document.activeElement;
      const isFree = !focused || focused === document.body || focused.matches(MESSAGE_FIELD);
      if (isFree && idle() && currentId() === id) focusRequest();
    }),
  );

  function step(by: number): void {
    const count = requests().length;
    setChosen(requests()[(index() + by + count) % count]?.id);
  }
  function focusRequest(): void {
    box?.querySelector<HTMLElement>("[role=group]")?.focus({ preventScroll: true });
  }
  /** From an answered form to the next request, or out of here; a focus that is elsewhere stays there. */
  function passFocusOn(): void {
    const focused = document.activeElement;
    if (focused && focused !== document.body && !box?.contains(focused)) return;
    if (requests().length > 0) focusRequest();
    else props.onWrite();
  }
  app.commands.offer(() => offersOf(commands, { count: requests().length, step, focus: focusRequest }));
  const common = (): Omit<RequestProps, "request"> => ({
    server: props.server,
    sessionId: props.sessionId,
    index: index(),
    count: requests().length,
    early: early(),
    onStep: step,
    idle: idle(),
    onWrite: props.onWrite,
    onFormGone: passFocusOn,
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
      <LostReply
        server={props.server}
        sessionId={props.sessionId}
        asking={asking()}
        onWrite={() => (requests().length > 0 ? focusRequest() : props.onWrite())}
      />
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
