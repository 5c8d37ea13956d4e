import Ellipsis from "lucide-solid/icons/ellipsis";
import Pin from "lucide-solid/icons/pin";
import PinOff from "lucide-solid/icons/pin-off";
import X from "lucide-solid/icons/x";
import { Show } from "solid-js";
import type { CardView } from "../../lib/model";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { FaultLine } from "../ui/FaultLine";
import { Menu } from "../ui/Menu";
import styles from "./CardMenu.module.css";

/** Keep a card, or put it away: the session itself stays in the history. */
export function CardMenu(props: { view: CardView; class?: string | undefined }) {
  const app = useApp();
  const pin = createAction((pinned: boolean) => app.background.pinCard(props.view.key, pinned));
  const close = createAction(() => app.background.closeCard(props.view.key));
  const busy = () => props.view.state === "working" || props.view.state === "waiting";
  return (
    <>
      <Menu
        label="Card actions"
        icon={<Ellipsis />}
        size="small"
        class={props.class}
        items={[
          props.view.pinned
            ? { label: "Unpin", icon: () => <PinOff />, onSelect: () => void pin.run(false) }
            : { label: "Pin", icon: () => <Pin />, onSelect: () => void pin.run(true) },
          {
            // A session that runs or waits is a card by itself.
            label: busy() ? "Close (when it is done)" : "Close",
            icon: () => <X />,
            disabled: busy(),
            onSelect: () => void close.run(),
          },
        ]}
      />
      <Show when={pin.fault() ?? close.fault()}>
        {(fault) => (
          <div class={styles.fault}>
            <FaultLine fault={fault()} />
          </div>
        )}
      </Show>
    </>
  );
}
