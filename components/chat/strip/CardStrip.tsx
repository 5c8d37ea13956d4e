import { createMemo, type JSX, Show } from "solid-js";
import { type CardView, cardViews, findSession, type SessionKey, viewOf } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CardMenu } from "../../cards/CardMenu";
import { CommandIcon } from "../../commands/CommandButton";
import { offerOf } from "../../commands/command";
import { search } from "../../commands/list/conversation";
import { panel } from "../../commands/list/panel";
import { menuItems } from "../../commands/menu-items";
import styles from "./CardStrip.module.css";
import { Name } from "./Name";
import { Pills } from "./Pills";

const MORE = ["conversation.previous", "conversation.next", "panel.palette", "panel.keys"];

/** The open card and the others beside it, or its name where all cards are in sight; and what can be done with it. */
export function CardStrip(props: { open: SessionKey; onFind?: () => void; meter?: JSX.Element }) {
  const app = useApp();
  const views = createMemo(() => cardViews(app.state));
  /** It is a card; a subagent's session, or one whose server is new, is not. */
  const view = createMemo((): CardView | undefined => {
    const found = findSession(app.state, props.open);
    return views().find((card) => card.key === props.open) ?? (found && viewOf(app.state, found));
  });
  const pills = createMemo(() => {
    const open = view();
    return open && !views().some((card) => card.key === open.key) ? [open, ...views()] : views();
  });
  /** What has no button where it is done, and the way to all that can be done. */
  const more = () =>
    menuItems(
      app.commands.offered(null).filter(({ command }) => MORE.includes(command.id)),
      app.commands,
    ).map((item, index) => ({ ...item, begins: index === 0 }));
  return (
    <div class={styles.strip}>
      <Show when={app.columns() === 1} fallback={<Name open={props.open} />}>
        <Pills open={props.open} views={pills()} />
      </Show>
      {props.meter}
      <CommandIcon size="small" class={styles.tab} offer={offerOf(panel, "panel.tab", app)} />
      <Show when={props.onFind}>
        {(onFind) => (
          <CommandIcon size="small" offer={offerOf(search, "conversation.find", { find: () => onFind()() })} />
        )}
      </Show>
      {/* On another card, or in the history, that one is meant. */}
      <Show when={view()}>
        {(card) => <CardMenu view={card()} isAt={(at) => !at?.closest("[data-session]")} more={more()} />}
      </Show>
    </div>
  );
}
