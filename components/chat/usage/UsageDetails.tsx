import { createMemo, For, onMount, Show } from "solid-js";
import { type ContextUse, splitSessionKey, subagentsOf } from "../../../lib/model";
import { useApp } from "../../app/context";
import { createAction } from "../../ui/action";
import { FaultLine } from "../../ui/FaultLine";
import { useChat } from "../chat-context";
import styles from "./usage.module.css";
import { costWords, countWords, kindsOf, percentWords } from "./usage-words";

/** What the context is made of by the last step, and what was spent. */
export function UsageDetails(props: { use: ContextUse; share: number | undefined }) {
  const app = useApp();
  const chat = useChat();
  const { server } = splitSessionKey(chat.key);
  const load = createAction(() => app.background.loadSubagents(chat.key));
  onMount(() => void load.run());
  const subagents = createMemo(() => {
    const held = app.state.servers[server];
    return held ? subagentsOf(held, chat.session().id) : [];
  });
  const spent = () => subagents().reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  return (
    <div class={styles.details}>
      <p>
        <Show
          when={props.share}
          fallback={`${countWords(props.use.used)} tokens; this model does not say how many fit.`}
        >
          {(share) =>
            `${countWords(props.use.used)} of ${countWords(props.use.limit)} tokens, ${percentWords(share())}`
          }
        </Show>
      </p>
      <h2 class={styles.heading}>{props.use.message.isSummary ? "Summary" : "Last step"}</h2>
      <dl class={styles.rows}>
        <For each={kindsOf(props.use.tokens)}>
          {(kind) => (
            <>
              <dt>{kind.name}</dt>
              <dd>{countWords(kind.count)}</dd>
            </>
          )}
        </For>
      </dl>
      <h2 class={styles.heading}>Cost</h2>
      <dl class={styles.rows}>
        <dt>Last message</dt>
        <dd>{costWords(props.use.message.cost ?? 0)}</dd>
        <dt>Session</dt>
        <dd>{costWords(chat.session().cost ?? 0)}</dd>
        <Show when={subagents().length > 0}>
          <dt>{subagents().length === 1 ? "1 subagent" : `${subagents().length} subagents`}</dt>
          <dd>{costWords(spent())}</dd>
          <dt>Together</dt>
          <dd>{costWords((chat.session().cost ?? 0) + spent())}</dd>
        </Show>
      </dl>
      <Show when={load.fault()}>{(fault) => <FaultLine fault={fault()} doing="Subagents were not counted" />}</Show>
    </div>
  );
}
