import { createUniqueId, For, onCleanup, onMount, Show } from "solid-js";
import type { Server } from "../../../lib/model";
import { useApp } from "../../app/context";
import { directoriesOf } from "../../chat/new/targets";
import { FaultLine } from "../../ui/FaultLine";
import input from "../../ui/input.module.css";
import { StateMark } from "../../ui/StateMark";
import rows from "../details/ConnectionDetails.module.css";
import { createServices } from "./create-services";
import { McpRow } from "./McpRow";
import styles from "./Services.module.css";
import { formatterWords } from "./words";

/** Milliseconds between two looks while the services are open. */
const REFRESH = 5_000;

/** What works beside a server in one of its folders: MCP servers, language servers, formatters; and its own paths. */
export function Services(props: { server: Server }) {
  const app = useApp();
  const id = createUniqueId();
  const folders = () => directoriesOf(props.server);
  const { directory, known, look, ...services } = createServices(
    (wanted) => app.background.services(props.server.id, wanted),
    props.server.info?.directory ?? folders()[0] ?? "",
  );
  onMount(() => {
    services.refresh();
    const timer = setInterval(() => {
      if (app.visible()) services.refresh();
    }, REFRESH);
    onCleanup(() => clearInterval(timer));
  });

  return (
    <div class={styles.services}>
      <Show when={folders().length > 1}>
        <label for={id} class={styles.heading}>
          In the folder
        </label>
        <select
          id={id}
          class={`${input.input} ${styles.select}`}
          value={directory()}
          onChange={(event) => services.turnTo(event.currentTarget.value)}
        >
          <For each={folders()}>{(folder) => <option value={folder}>{folder}</option>}</For>
        </select>
      </Show>
      <Show when={!known() && look.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
      <Show when={known()} fallback={<p class={styles.text}>{look.busy() ? "Asking…" : ""}</p>}>
        {(held) => (
          <>
            <h4 class={styles.heading}>MCP servers</h4>
            <Show
              when={held().mcp.length > 0}
              fallback={<p class={styles.text}>None. They are added in OpenCode’s configuration.</p>}
            >
              <ul class={styles.list} aria-label="MCP servers">
                <For each={held().mcp.map((one) => one.name)}>
                  {(name) => (
                    <Show when={held().mcp.find((one) => one.name === name)}>
                      {(mcp) => (
                        <McpRow server={props.server} directory={directory()} mcp={mcp()} onChange={services.changed} />
                      )}
                    </Show>
                  )}
                </For>
              </ul>
            </Show>
            <h4 class={styles.heading}>Language servers</h4>
            <Show
              when={held().languageServers.length > 0}
              fallback={<p class={styles.text}>None runs. They start with the files that they are for.</p>}
            >
              <ul class={styles.list} aria-label="Language servers">
                <For each={held().languageServers}>
                  {(one) => (
                    <li class={styles.row}>
                      <StateMark mark={one.works ? "ready" : "failed"} />
                      <span class={styles.words}>
                        {one.name} <span class={styles.about}>{one.works ? one.root : `Failed ${one.root}`}</span>
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <h4 class={styles.heading}>Formatters</h4>
            <p class={styles.text}>{formatterWords(held().formatters, true) || "None is on."}</p>
            <Show when={formatterWords(held().formatters, false)}>
              {(words) => <p class={styles.text}>Off: {words()}</p>}
            </Show>
            <h4 class={styles.heading}>Server</h4>
            <dl class={rows.rows} aria-label="Server">
              <dt>OpenCode</dt>
              <dd>{props.server.info?.version}</dd>
              <For
                each={
                  [
                    ["Worktree", held().paths.worktree],
                    ["Configuration", held().paths.config],
                    ["State", held().paths.state],
                    ["Home", held().paths.home],
                  ] as const
                }
              >
                {([term, path]) => (
                  <>
                    <dt>{term}</dt>
                    <dd>{path}</dd>
                  </>
                )}
              </For>
            </dl>
          </>
        )}
      </Show>
    </div>
  );
}
