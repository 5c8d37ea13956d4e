import { createSignal, createUniqueId, For, onCleanup, onMount, Show } from "solid-js";
import type { Server } from "../../../lib/model";
import type { Services as Known } from "../../../lib/opencode/services";
import { useApp } from "../../app/context";
import { directoriesOf } from "../../chat/new/targets";
import { createAction } from "../../ui/action";
import { FaultLine } from "../../ui/FaultLine";
import input from "../../ui/input.module.css";
import { StateMark } from "../../ui/StateMark";
import rows from "../details/ConnectionDetails.module.css";
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
  const [directory, setDirectory] = createSignal(props.server.info?.directory ?? folders()[0] ?? "");
  const [known, setKnown] = createSignal<Known>();
  const look = createAction(async () => {
    const wanted = directory();
    const found = await app.background.services(props.server.id, wanted);
    if (wanted === directory()) setKnown(found);
  });
  onMount(() => {
    void look.run();
    const timer = setInterval(() => {
      if (app.visible()) void look.run();
    }, REFRESH);
    onCleanup(() => clearInterval(timer));
  });

  function turnTo(folder: string): void {
    setDirectory(folder);
    setKnown(undefined);
    void look.run();
  }

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
          onChange={(event) => turnTo(event.currentTarget.value)}
        >
          <For each={folders()}>{(folder) => <option value={folder}>{folder}</option>}</For>
        </select>
      </Show>
      <Show when={!known() && look.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
      <Show when={known()} fallback={<p class={styles.text}>{look.busy() ? "Asking…" : ""}</p>}>
        {(services) => (
          <>
            <h4 class={styles.heading}>MCP servers</h4>
            <Show
              when={services().mcp.length > 0}
              fallback={<p class={styles.text}>None. They are added in OpenCode’s configuration.</p>}
            >
              <ul class={styles.list} aria-label="MCP servers">
                <For each={services().mcp.map((one) => one.name)}>
                  {(name) => (
                    <Show when={services().mcp.find((one) => one.name === name)}>
                      {(mcp) => (
                        <McpRow server={props.server} directory={directory()} mcp={mcp()} onChange={() => look.run()} />
                      )}
                    </Show>
                  )}
                </For>
              </ul>
            </Show>
            <h4 class={styles.heading}>Language servers</h4>
            <Show
              when={services().languageServers.length > 0}
              fallback={<p class={styles.text}>None runs. They start with the files that they are for.</p>}
            >
              <ul class={styles.list} aria-label="Language servers">
                <For each={services().languageServers}>
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
            <p class={styles.text}>{formatterWords(services().formatters) || "None is on."}</p>
            <h4 class={styles.heading}>Server</h4>
            <dl class={rows.rows} aria-label="Server">
              <dt>OpenCode</dt>
              <dd>{props.server.info?.version}</dd>
              <For
                each={
                  [
                    ["Worktree", services().paths.worktree],
                    ["Configuration", services().paths.config],
                    ["State", services().paths.state],
                    ["Home", services().paths.home],
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
