import { createSignal, Show } from "solid-js";
import { useApp } from "../../app/context";
import { offersOf } from "../../commands/command";
import { usage } from "../../commands/list/conversation";
import { compact } from "../../ui/numbers";
import { Popover } from "../../ui/Popover";
import { createUsage } from "./create-usage";
import { Ring } from "./Ring";
import { UsageDetails } from "./UsageDetails";
import styles from "./usage.module.css";
import { percentWords } from "./usage-words";

/** How full the context is, in a figure; opened, what it is made of and what it cost. */
export function UsageMeter() {
  const app = useApp();
  const { use, share } = createUsage();
  const [open, setOpen] = createSignal(false);
  app.commands.offer(() => (use() ? offersOf(usage, { open: () => setOpen(true) }) : []));
  const figure = () => {
    const now = share();
    return now === undefined ? compact(use()?.used ?? 0) : percentWords(now);
  };
  const label = () => {
    const now = share();
    // With the words on show in it, so that whoever says them to the machine is understood.
    return now === undefined ? `${figure()} tokens used` : `Context ${percentWords(now)} full`;
  };
  return (
    <Show when={use()}>
      {(now) => (
        <Popover
          title="Context and cost"
          open={open()}
          onOpenChange={setOpen}
          triggerClass={styles.trigger}
          triggerLabel={label()}
          trigger={
            <>
              <Show when={share() !== undefined}>
                <Ring share={share() ?? 0} />
              </Show>
              <span class={styles.figure}>{figure()}</span>
            </>
          }
        >
          <UsageDetails use={now()} share={share()} />
        </Popover>
      )}
    </Show>
  );
}
