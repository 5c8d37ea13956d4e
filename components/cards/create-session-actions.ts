import { type Accessor, createSignal } from "solid-js";
import { type CardView, sessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import type { Layer } from "../app/layers";
import { type CommandOffer, offersOf } from "../commands/command";
import { type SessionDialog, session } from "../commands/list/session";
import { PROJECT } from "../files/project";
import { type Action, createAction } from "../ui/action";

export interface SessionActions {
  offers(): CommandOffer[];
  dialog: Accessor<SessionDialog | undefined>;
  show(dialog: SessionDialog | undefined): void;
  /** Shows something of the session over the screen. */
  lay(layer: Layer): void;
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
  const [dialog, show] = createSignal<SessionDialog>();
  const act = createAction((call: () => Promise<void>) => call());

  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: what is chosen while the one before is on its way is meant all the same. */
  function inTurn(call: () => Promise<void>): Promise<boolean> {
    const mine = last.then(() => act.run(call));
    last = mine;
    return mine;
  }

  /** Does what takes the session away; whoever has it open is at home then. */
  async function putAway(call: () => Promise<void>): Promise<void> {
    const { key } = view();
    if (!(await inTurn(call))) return;
    const shown = app.view();
    if (shown.screen === "session" && shown.key === key) app.go({ screen: "home" });
  }

  /** Beside a conversation, it has to be that of the session. */
  function lay(layer: Layer): void {
    if (app.columns() > 1) app.go({ screen: "session", key: layer.key });
    app.layers.show(layer);
  }

  const offers = () => {
    const now = view();
    return offersOf(commands, {
      view: now,
      isCard: app.state.cards.some(({ key }) => key === now.key),
      background: app.background,
      run: (call) => void inTurn(call),
      putAway: (call) => void putAway(call),
      open: show,
      review: () => lay({ type: "review", key: now.key, scope: { type: "session" } }),
      browse: () => lay({ type: "file", key: now.key, path: PROJECT }),
      toTab: app.inTab ? undefined : () => app.toTab({ screen: "session", key: now.key }),
      goToParent() {
        const { server, session } = now;
        if (session.parentId) app.go({ screen: "session", key: sessionKey(server.id, session.parentId) });
      },
    });
  };
  app.commands.offer((at) => (isAt(at) ? offers() : []));
  return { offers, dialog, show, lay, act };
}
