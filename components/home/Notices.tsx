import { For, lazy, Show } from "solid-js";
import { createOfUse } from "../alerts/of-use";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Banner } from "../ui/Banner";
import { IconButton } from "../ui/IconButton";
import { X } from "../ui/icons";
import { Deletions } from "./Deletions";
import styles from "./Notices.module.css";

// Of use to whoever waits for an agent, and once.
const AlertOffer = lazy(async () => ({ default: (await import("../alerts/AlertOffer")).AlertOffer }));

/** What the user should know once: repaired or full storage, a context that was cut; and what can be undone. */
export function Notices() {
  const app = useApp();
  // A notice that cannot be dismissed now is still there to be dismissed later.
  const dismiss = createAction((id: string) => app.background.dismissNotice(id));
  const isOfUse = createOfUse(app.state);
  return (
    <div class={styles.notices} role="status" aria-label="Notices">
      <Deletions />
      <Show when={isOfUse()}>
        <AlertOffer />
      </Show>
      <For each={app.state.notices}>
        {(notice) => (
          <Banner tone={notice.tone} title={notice.text}>
            <IconButton label="Dismiss" size="small" onClick={() => void dismiss.run(notice.id)}>
              <X />
            </IconButton>
          </Banner>
        )}
      </For>
    </div>
  );
}
