import type { CardView } from "../../lib/model";
import { useApp } from "../app/context";
import { createSessionActions } from "../cards/create-session-actions";
import { SessionDialogs } from "../cards/SessionDialogs";
import { menuItems } from "../commands/menu-items";
import { Ellipsis } from "../ui/icons";
import { MenuWhenAsked } from "../ui/MenuWhenAsked";

/** What can be done with a session of the past, without opening it. */
export function HistoryMenu(props: {
  /** Read when something is to be done: there are many of these. */
  view(): CardView;
  class?: string | undefined;
  /** Whether its keys are meant when the focus is there. */
  isAt(at: Element | null): boolean;
}) {
  const { commands } = useApp();
  const actions = createSessionActions(props.view, props.isAt);
  return (
    <>
      <MenuWhenAsked
        label="Session actions"
        icon={<Ellipsis />}
        size="small"
        class={props.class}
        items={menuItems(actions.offers(), commands)}
      />
      <SessionDialogs view={props.view()} actions={actions} />
    </>
  );
}
