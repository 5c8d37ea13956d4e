import { For, Show } from "solid-js";
import { canAnswerNotifications } from "../../lib/platform/notifications";
import type { AlertChoices } from "../../lib/storage/alerts";
import settings from "../settings/Settings.module.css";
import { Button } from "../ui/Button";
import { Checkbox } from "../ui/Checkbox";
import { FaultLine } from "../ui/FaultLine";
import { createAlerts } from "./create-alerts";

const WORDS: readonly (readonly [keyof AlertChoices, string])[] = [
  ["permission", "An agent asks for permission"],
  ["question", "An agent asks you a question"],
  ["finished", "An agent has finished"],
  ["failed", "An agent stopped with an error"],
];

/** Of what the system tells while no panel shows it. */
export function AlertSettings() {
  const alerts = createAlerts();
  const rows = () =>
    canAnswerNotifications()
      ? [...WORDS, ["answer", "Say what a permission is for, and let me allow it from there"] as const]
      : WORDS;
  return (
    <section class={settings.section}>
      <h2 class={settings.heading}>Notifications</h2>
      <Show
        when={alerts.isAllowed()}
        fallback={
          <>
            <p class={settings.text}>The system can tell you when an agent needs you and its session is not on show.</p>
            <div>
              <Button onClick={alerts.allow}>Allow notifications</Button>
            </div>
          </>
        }
      >
        <p class={settings.text}>Told by the system while the session is not on show, with its title:</p>
        <Show when={alerts.choices()}>
          {(choices) => (
            <For each={rows()}>
              {([name, words]) => (
                <Checkbox label={words} checked={choices()[name]} onChange={(on) => alerts.change({ [name]: on })} />
              )}
            </For>
          )}
        </Show>
      </Show>
      <Show when={alerts.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </section>
  );
}
