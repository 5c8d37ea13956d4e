import type { CardView } from "../../lib/model";
import { useApp } from "../app/context";
import { menuItems } from "../commands/menu-items";
import { Ellipsis } from "../ui/icons";
import { Menu, type MenuItem } from "../ui/Menu";
import { createSessionActions } from "./create-session-actions";
import { SessionDialogs } from "./SessionDialogs";

/** What can be done with a session as a whole, on its card and while it is open. */
export function CardMenu(props: {
  view: CardView;
  class?: string | undefined;
  /** Whether its keys are meant when the focus is there; always unless given. */
  isAt?: (at: Element | null) => boolean;
  /** What else can be done where it stands, after the session's own. */
  more?: MenuItem[];
}) {
  const { commands } = useApp();
  const actions = createSessionActions(
    () => props.view,
    (at) => props.isAt?.(at) ?? true,
  );
  return (
    <>
      <Menu
        label={props.view.session.parentId ? "Session actions" : "Card actions"}
        icon={<Ellipsis />}
        size="small"
        class={props.class}
        items={[...menuItems(actions.offers(), commands), ...(props.more ?? [])]}
      />
      <SessionDialogs view={props.view} actions={actions} />
    </>
  );
}
