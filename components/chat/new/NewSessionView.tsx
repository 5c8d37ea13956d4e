import { useApp } from "../../app/context";
import { ConnectionBanner } from "../../home/ConnectionBanner";
import { Notices } from "../../home/Notices";
import { PageHeader } from "../../ui/PageHeader";
import { NewSessionComposer } from "./NewSessionComposer";
import styles from "./NewSessionView.module.css";
import { ProjectList } from "./ProjectList";

/** A session about to be made: where it works, and its first message. */
export function NewSessionView() {
  const app = useApp();
  return (
    <main class={styles.view}>
      <PageHeader title="New session" back="All sessions" onBack={() => app.go({ screen: "home" })} />
      <Notices />
      <ConnectionBanner />
      <div class={styles.scroll}>
        <div class={styles.content}>
          <ProjectList />
        </div>
      </div>
      <NewSessionComposer autofocus />
    </main>
  );
}
