import { type Accessor, createSignal } from "solid-js";
import { type CardView, sessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { type CommandOffer, offersOf } from "../commands/command";
import { session } from "../commands/list/session";
import { type Action, createAction } from "../ui/action";

/** What is asked, or shown, of a session over whatever is on show. */
export type SessionDialogName = "rename" | "share" | "export" | "subagents" | "accept";

export interface SessionActions {
  offers(): CommandOffer[];
  dialog: Accessor<SessionDialogName | undefined>;
  show(dialog: SessionDialogName | undefined): void;
  act: Action<[call: () => Promise<void>]>;
}

/**
 * What can be done with a session as a whole, wherever it is listed, offered to keys and the palette.
 *
 * @param isAt whether they are meant when the focus is there
 * @param only ids of those that are; all unless given
 */
export function createSessionActions(
  view: () => CardView,
  isAt: (at: Element | null) => boolean,
  only?: readonly string[],
): SessionActions {
  const app = useApp();
  const commands = only ? session.filter(({ id }) => only.includes(id)) : session;
  const [dialog, show] = createSignal<SessionDialogName>();
  const act = createAction((call: () => Promise<void>) => call());

  /** Does what takes the session away; whoever has it open is at home then. */
  async function putAway(call: () => Promise<void>): Promise<void> {
    const { key } = view();
    if (!(await act.run(call))) return;
    const shown = app.view();
    if (shown.screen === "session" && shown.key === key) app.go({ screen: "home" });
  }

  /** Beside a conversation, it has to be that of the session. */
  function review(): void {
    const { key } = view();
    if (app.columns() > 1) app.go({ screen: "session", key });
    app.layers.show({ type: "review", key, scope: { type: "session" } });
  }

  const offers = () => {
    const now = view();
    return offersOf(commands, {
      view: now,
      isCard: app.state.cards.some(({ key }) => key === now.key),
      background: app.background,
      run: (call) => void act.run(call),
      putAway: (call) => void putAway(call),
      open: show,
      review,
      toTab: app.inTab ? undefined : () => app.toTab({ screen: "session", key: now.key }),
      goToParent() {
        const { server, session } = now;
        if (session.parentId) app.go({ screen: "session", key: sessionKey(server.id, session.parentId) });
      },
    });
  };
  app.commands.offer((at) => (isAt(at) ? offers() : []));
  return { offers, dialog, show, act };
}
