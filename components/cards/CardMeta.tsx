import { createMemo, Show } from "solid-js";
import { acceptsAll, type CardView, folderName, queueOf } from "../../lib/model";
import { useApp } from "../app/context";
import { Globe, ShieldOff } from "../ui/icons";
import { LineChanges } from "../ui/LineChanges";
import { cost } from "../ui/numbers";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import styles from "./CardMeta.module.css";
import { pageLabel } from "./page-label";
import { queuedWords } from "./queued-words";

/** Where a session works, what it changed and cost, and the page it was asked about. */
export function CardMeta(props: { view: CardView; showServer: boolean; class?: string | undefined }) {
  const app = useApp();
  const session = () => props.view.session;
  const queued = createMemo(() => queuedWords(queueOf(app.state.outbox, props.view.key)));
  return (
    <p class={`${styles.meta} ${props.class ?? ""}`}>
      <span class={styles.project} dir="auto" title={session().directory}>
        {folderName(session().directory)}
      </span>
      <Show when={props.showServer}>
        <span class={styles.project} dir="auto" title={props.view.server.profile.url}>
          <VisuallyHidden>on </VisuallyHidden>
          {props.view.server.profile.name}
        </span>
      </Show>
      <Show when={session().archivedAt}>
        <span>Archived</span>
      </Show>
      <LineChanges additions={props.view.changes.additions} deletions={props.view.changes.deletions} />
      <Show when={cost(session().cost)}>{(dollars) => <span class={styles.cost}>{dollars()}</span>}</Show>
      <Show when={queued()}>{(words) => <span class={styles.queued}>{words()}</span>}</Show>
      <Show when={acceptsAll(props.view.server, session().id)}>
        <span class={styles.accepts} title="Permissions are granted without asking">
          <ShieldOff />
          Accepts all
        </span>
      </Show>
      <Show when={props.view.page}>
        {(page) => (
          <span class={styles.page} title={`${page().title}\n${page().url}`}>
            <Globe />
            <VisuallyHidden>Asked about </VisuallyHidden>
            <span class={styles.pageTitle} dir="auto">
              {pageLabel(page())}
            </span>
          </span>
        )}
      </Show>
    </p>
  );
}
