import { createMemo, lazy, Suspense } from "solid-js";
import { useApp } from "../../app/context";
import { ConnectionBanner } from "../../home/ConnectionBanner";
import { Notices } from "../../home/Notices";
import { PageHeader } from "../../ui/PageHeader";
import { NewSessionComposer } from "./NewSessionComposer";
import styles from "./NewSessionView.module.css";
import { ProjectList } from "./ProjectList";
import { targetOf } from "./targets";

// What is written first of all needs no file.
const ImportSession = lazy(async () => ({ default: (await import("../../transfer/ImportSession")).ImportSession }));

/** A session about to be made: where it works, and its first message. */
export function NewSessionView() {
  const app = useApp();
  const target = createMemo(() => targetOf(app.state, app.drafts.get("new").target));
  const home = () => app.go({ screen: "home" });
  return (
    <main class={styles.view}>
      <PageHeader title="New session" back="All sessions" onBack={app.columns() > 1 ? undefined : home} />
      <Notices />
      <ConnectionBanner />
      <div class={styles.scroll}>
        <div class={styles.content}>
          <ProjectList />
          <Suspense>
            <ImportSession target={target()} />
          </Suspense>
        </div>
      </div>
      <NewSessionComposer autofocus />
    </main>
  );
}
