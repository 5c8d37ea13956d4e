import { createMemo, Match, Switch } from "solid-js";
import { describeFault } from "../../lib/model";
import { useApp } from "../app/context";
import { ServerForm } from "../settings/ServerForm";
import { Button } from "../ui/Button";
import { CopyButton } from "../ui/CopyButton";
import { StateMark } from "../ui/StateMark";
import styles from "./FirstRun.module.css";

const COMMAND = "opencode serve";

/** Before there is any server: the one command that starts one, and what happens then. */
export function FirstRun() {
  const app = useApp();
  const discovery = createMemo(() => app.state.discovery);
  const locked = () => {
    const now = discovery();
    return now.status === "found" && now.fault.kind === "refused-credentials" ? now.url : undefined;
  };
  const unusable = () => {
    const now = discovery();
    return now.status === "found" && now.fault.kind !== "refused-credentials" ? now : undefined;
  };
  const looking = () => {
    const now = discovery();
    return now.status === "looking" ? now.url.replace(/^https?:\/\//, "") : undefined;
  };
  return (
    <div class={styles.scroll}>
      <Switch>
        <Match when={locked()}>
          {(url) => (
            <div class={styles.found}>
              <h2 class={styles.title}>OpenCode is running, and asks for a password</h2>
              <p class={styles.text}>It is the one that OPENCODE_SERVER_PASSWORD was set to when the server started.</p>
              <ServerForm url={url()} />
            </div>
          )}
        </Match>
        <Match when={unusable()}>
          {(server) => (
            <div class={styles.hello}>
              <h2 class={styles.title}>{describeFault(server().fault).title}</h2>
              <p class={styles.text}>{describeFault(server().fault).remedy}</p>
              <p class={styles.text}>
                It was found at <code class={styles.address}>{server().url}</code>
              </p>
              <div class={styles.other}>
                <Button onClick={() => app.go({ screen: "server" })}>Use another server…</Button>
              </div>
            </div>
          )}
        </Match>
        <Match when={true}>
          <div class={styles.hello}>
            <h2 class={styles.title}>Start OpenCode, and it is found by itself</h2>
            <p class={styles.text}>In the folder of your project, run</p>
            <div class={styles.command}>
              <code class={styles.code}>{COMMAND}</code>
              <CopyButton text={COMMAND} />
            </div>
            <p class={styles.looking} role="status" aria-label="Search for a server">
              {looking() ? <StateMark mark="working" /> : undefined}
              {looking() ? `Looking for a server at ${looking()}` : ""}
            </p>
            <div class={styles.other}>
              <Button onClick={() => app.go({ screen: "server" })}>Use another server…</Button>
            </div>
          </div>
        </Match>
      </Switch>
    </div>
  );
}
