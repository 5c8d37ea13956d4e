import { createMemo, Show } from "solid-js";
import type { HistoryRow } from "../../lib/model";
import { useApp } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { offerOf } from "../commands/command";
import { history } from "../commands/list/history";
import { createAction } from "../ui/action";
import { FaultLine } from "../ui/FaultLine";
import type { Archive } from "./archive";
import styles from "./History.module.css";
import { HistoryList } from "./HistoryList";

/** All other sessions, newest first, by day; older ones are fetched when asked for. The archived ones are apart. */
export function History(props: { rows: HistoryRow[]; archive: Archive; showServer: boolean }) {
  const app = useApp();
  const load = createAction(() => app.background.loadMoreHistory());
  const more = createMemo(() =>
    Object.values(app.state.servers).some(
      (server) => server.connection.status === "connected" && !server.history.complete,
    ),
  );
  return (
    <section class={styles.history}>
      <Show when={props.archive.count() > 0}>
        <CommandButton
          variant="quiet"
          class={styles.filter}
          aria-pressed={props.archive.on()}
          offer={offerOf(history, "history.archived", {
            archived: { count: props.archive.count(), on: props.archive.on() },
            toggleArchived: props.archive.toggle,
          })}
          label="Archived"
        />
      </Show>
      <HistoryList
        rows={props.rows}
        showServer={props.showServer}
        more={more()}
        loading={load.busy()}
        onMore={() => void load.run()}
      />
      <Show when={load.fault()}>
        {(fault) => (
          <div class={styles.fault}>
            <FaultLine fault={fault()} doing="Older sessions were not fetched" />
          </div>
        )}
      </Show>
    </section>
  );
}
