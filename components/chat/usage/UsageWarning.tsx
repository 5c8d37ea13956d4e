import { Show } from "solid-js";
import { splitSessionKey } from "../../../lib/model";
import { useApp } from "../../app/context";
import { hintOf } from "../../commands/CommandButton";
import { createAction } from "../../ui/action";
import { Button } from "../../ui/Button";
import { FaultLine } from "../../ui/FaultLine";
import { IconButton } from "../../ui/IconButton";
import { X } from "../../ui/icons";
import { useChat } from "../chat-context";
import { focusComposer } from "../focus-composer";
import { createUsage } from "./create-usage";
import { Ring } from "./Ring";
import styles from "./usage.module.css";
import { percentWords } from "./usage-words";
import { createWarning } from "./warned";

/** Before the context is full: that it will be, and what can be done about it. */
export function UsageWarning() {
  const app = useApp();
  const chat = useChat();
  const { server } = splitSessionKey(chat.key);
  const { share } = createUsage();
  const warning = createWarning(chat.key, share);
  const compact = createAction(() => app.background.compactSession(chat.key));
  const canCompact = () => {
    const can = app.state.servers[server]?.info?.capabilities.compaction === true;
    return can && chat.session().parentId === undefined;
  };

  function dismiss(): void {
    warning.dismiss();
    focusComposer();
  }

  return (
    <Show when={warning.share()}>
      {(now) => (
        <div class={styles.warning} role="status">
          <Ring share={now()} />
          <span class={styles.words}>The context is {percentWords(now())} full</span>
          <Show when={canCompact()}>
            <Button
              variant="quiet"
              busy={compact.busy() || chat.working()}
              aria-keyshortcuts={app.commands.aria("session.compact")}
              title={hintOf(
                chat.working() ? "When the agent is done" : "Replaces the conversation so far by a summary",
                app.commands.shown("session.compact"),
              )}
              onClick={() => void compact.run()}
            >
              Compact
            </Button>
          </Show>
          <IconButton label="Dismiss" size="small" onClick={dismiss}>
            <X />
          </IconButton>
          <Show when={compact.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not compacted" />}</Show>
        </div>
      )}
    </Show>
  );
}
