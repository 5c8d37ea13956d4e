import { Match, Show, Switch } from "solid-js";
import {
  askedInFull,
  callOf,
  isToldInFull,
  type PermissionReply,
  type PermissionRequest,
  type Request,
  type Server,
  sessionKey,
} from "../../lib/model";
import { useApp } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { permission as answers } from "../commands/list/requests";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { FaultLine } from "../ui/FaultLine";
import styles from "./CardRequest.module.css";
import { choicesOf } from "./choices-of";

/** What "always" covers is told where there is room for that. */
const SHORT = answers.filter(({ id }) => id === "request.once" || id === "request.reject");
/** Nothing is granted that cannot be read here. */
const UNSEEN = answers.filter(({ id }) => id === "request.reject");

/** Characters from which a subject gets the whole width, with the buttons below it. */
const LONG = 30;

/** What an agent waits for, to be answered on the card. Questions are answered where there is room for them. */
export function CardRequest(props: {
  server: Server;
  request: Request;
  /** Cards have only just moved, or what they ask for has changed: answers are meant for what was there before. */
  early: boolean;
  onOpen(): void;
  /** Whether its keys are meant when the focus is there. */
  isAt(at: Element | null): boolean;
}) {
  const app = useApp();
  const reply = createAction((answer: PermissionReply) =>
    app.background.replyPermission(sessionKey(props.server.id, props.request.sessionId), props.request.id, answer),
  );
  const permission = () => (props.request.type === "permission" ? props.request : undefined);
  const call = () => callOf(props.server, props.request);
  const isTold = (request: PermissionRequest) => isToldInFull(request, call());
  const offers = () => {
    const request = permission();
    if (!request) return [];
    return offersOf(isTold(request) ? SHORT : UNSEEN, {
      reply(answer) {
        if (!reply.busy() && !props.early) void reply.run(answer);
      },
      explain: () => props.onOpen(),
      acceptAll: undefined,
      accepts: () => true,
    });
  };
  const offer = (id: string) => offers().find(({ command }) => command.id === id);
  app.commands.offer((at) => (props.isAt(at) ? offers() : []));
  const questions = () => (props.request.type === "question" ? props.request.questions : []);
  return (
    <Switch>
      <Match when={permission()}>
        {(request) => (
          <>
            <div class={styles.ask}>
              <Show when={askedInFull(request(), call())}>
                {(subject) => (
                  // Long ones scroll, and what scrolls must be reachable by keyboard.
                  <code
                    class={styles.subject}
                    dir="ltr"
                    data-long={subject().length > LONG ? "" : undefined}
                    tabindex={subject().length > 160 ? 0 : undefined}
                  >
                    {subject()}
                  </code>
                )}
              </Show>
              <div class={styles.actions} data-early={props.early ? "" : undefined}>
                <CommandButton busy={reply.busy()} offer={offer("request.reject")} />
                <CommandButton variant="primary" busy={reply.busy()} offer={offer("request.once")} />
                <Show when={!isTold(request())}>
                  <Button variant="primary" onClick={() => props.onOpen()}>
                    Review
                  </Button>
                </Show>
              </div>
            </div>
            <Show when={reply.fault()}>
              {(fault) => (
                <div class={styles.fault}>
                  <FaultLine fault={fault()} doing="Not answered" />
                </div>
              )}
            </Show>
          </>
        )}
      </Match>
      <Match when={questions().length > 0}>
        <div class={styles.ask}>
          <span class={styles.choices} dir="auto">
            {choicesOf(questions())}
          </span>
          <div class={styles.actions}>
            <Button variant="primary" onClick={() => props.onOpen()}>
              Answer
            </Button>
          </div>
        </div>
      </Match>
    </Switch>
  );
}
