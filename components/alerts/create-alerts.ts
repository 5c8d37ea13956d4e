import { type Accessor, createSignal, onCleanup } from "solid-js";
import { onHostsChange } from "../../lib/platform/hosts";
import { mayNotify, requestNotifications } from "../../lib/platform/notifications";
import { type AlertChoices, alertChoices } from "../../lib/storage/alerts";
import { createAction } from "../ui/action";

/** Whether and of what the user wants to be told by the system. */
export function createAlerts() {
  const [choices, setChoices] = createSignal<AlertChoices>();
  const [isAllowed, setAllowed] = createSignal<boolean>();
  const save = createAction(alertChoices.save);
  const look = async () => void setAllowed(await mayNotify().catch(() => false));
  void look();
  void alertChoices.load().then(setChoices);
  onCleanup(onHostsChange(() => void look()));
  onCleanup(alertChoices.onChange(setChoices));

  function change(fields: Partial<AlertChoices>): void {
    const held = choices();
    if (!held) return;
    const next = { ...held, ...fields };
    setChoices(next);
    void save.run(next);
  }
  const allow = createAction(async () => {
    // First in the handler: browsers ask only as part of a click.
    const asking = requestNotifications();
    change({ asked: true });
    setAllowed(await asking);
  });

  return {
    /** `undefined` until they are known, here and below. */
    choices: choices as Accessor<AlertChoices | undefined>,
    isAllowed,
    change,
    /** Asks the browser's user. To be called first in the handler of a click. */
    allow: () => void allow.run(),
    fault: () => allow.fault() ?? save.fault(),
  };
}
