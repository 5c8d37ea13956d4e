import { Show } from "solid-js";
import { Banner } from "../ui/Banner";
import { Button } from "../ui/Button";
import { createAlerts } from "./create-alerts";

/** Asks once whether the user wants to be told by the system. */
export function AlertOffer() {
  const alerts = createAlerts();
  return (
    <Show when={alerts.choices()?.asked === false && alerts.isAllowed() === false}>
      <Banner tone="info" title="Be told by the system when an agent needs you?">
        <Button onClick={alerts.allow}>Allow</Button>
        <Button variant="quiet" onClick={() => alerts.change({ asked: true })}>
          No
        </Button>
      </Banner>
    </Show>
  );
}
