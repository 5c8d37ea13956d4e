import { createSignal, Show } from "solid-js";
import { browser } from "wxt/browser";
import { isLoopbackHost } from "../../../lib/opencode/host";
import { useApp } from "../../app/context";
import { createAction } from "../../ui/action";
import { Button } from "../../ui/Button";
import { FaultLine } from "../../ui/FaultLine";
import { TextField } from "../../ui/TextField";
import type { McpProps } from "./McpRow";
import styles from "./Services.module.css";
import { codeIn } from "./words";

/**
 * Signs in to an MCP server. On this machine OpenCode opens the browser and takes what comes back by itself; of a server
 * elsewhere, or without a browser of its own, the address at which it ends is brought by hand.
 */
export function SignIn(props: McpProps) {
  const app = useApp();
  const [pasted, setPasted] = createSignal("");
  const [page, setPage] = createSignal<string>();
  const about = () => [props.server.id, props.directory, props.mcp.name] as const;
  const isHere = () => isLoopbackHost(new URL(props.server.profile.url).hostname);
  const there = createAction(async () => {
    await app.background.signInMcp(...about());
    await props.onChange();
  });
  const begin = createAction(async () => {
    const url = await app.background.beginServiceSignIn(...about());
    setPage(url);
    await browser.tabs.create({ url });
  });
  const finish = createAction(async () => {
    await app.background.finishServiceSignIn(...about(), codeIn(pasted()));
    await props.onChange();
  });

  return (
    <div class={styles.wide}>
      <Show when={isHere() && !page()}>
        <p class={styles.text}>
          {there.busy()
            ? "OpenCode has opened a page to sign in at. This ends by itself when you have."
            : "OpenCode opens a page to sign in at."}
        </p>
        <Button variant="primary" busy={there.busy()} onClick={() => void there.run()}>
          {there.busy() ? "Waiting for you…" : "Open the page"}
        </Button>
        <Show when={there.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not signed in" />}</Show>
      </Show>
      <Show
        when={page()}
        fallback={
          <Button variant={isHere() ? "quiet" : "primary"} busy={begin.busy()} onClick={() => void begin.run()}>
            {isHere() ? "It did not open" : "Open the page"}
          </Button>
        }
      >
        <form
          class={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (pasted().trim() !== "") void finish.run();
          }}
        >
          <TextField
            class={styles.field}
            label="Address at the end"
            value={pasted()}
            onInput={setPasted}
            autocomplete="off"
            spellcheck={false}
            hint="Sign in on the page that was opened. Then copy the address of the last page here, even if that one says it failed."
          />
          <Button variant="primary" type="submit" busy={finish.busy()}>
            Finish
          </Button>
        </form>
      </Show>
      <Show when={begin.fault() ?? finish.fault()}>
        {(fault) => <FaultLine fault={fault()} doing="Not signed in" />}
      </Show>
    </div>
  );
}
