import { createSignal, Show } from "solid-js";
import { readSessionFile, type SessionFile } from "../../lib/transfer/session-file";
import { useApp } from "../app/context";
import type { Target } from "../chat/new/targets";
import { CommandButton } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { importing } from "../commands/list/history";
import { createAction } from "../ui/action";
import { CopyButton } from "../ui/CopyButton";
import { FaultLine } from "../ui/FaultLine";
import styles from "./ImportSession.module.css";

/** Makes a session of a file, in the folder that is chosen for a new one. */
export function ImportSession(props: { target: Target | undefined }) {
  const app = useApp();
  const [name, setName] = createSignal("");
  const [problem, setProblem] = createSignal("");
  let input: HTMLInputElement | undefined;

  const bring = createAction(async (file: SessionFile, { server, directory }: Target) => {
    const key = await app.background.importSession(server, directory, file);
    app.go({ screen: "session", key });
  });

  async function take(chosen: File): Promise<void> {
    bring.clear();
    setProblem("");
    setName(chosen.name);
    const place = props.target;
    if (!place) return void setProblem("Connect a server and choose a folder first.");
    let text: string;
    try {
      text = await chosen.text();
    } catch {
      return void setProblem("The browser could not read the file. Choose it again.");
    }
    const read = readSessionFile(text);
    if (read.ok) await bring.run(read.file, place);
    else setProblem(read.why);
  }

  const offers = () => offersOf(importing, { choose: () => input?.click(), busy: bring.busy() });
  app.commands.offer(offers);

  return (
    <section class={styles.import}>
      <h2 class={styles.heading}>Or go on with one from a file</h2>
      <p class={styles.text}>
        A session that was exported as JSON, here or by “opencode export”, is copied into the folder chosen above.
      </p>
      <input
        ref={(element) => {
          input = element;
        }}
        type="file"
        accept=".json,application/json"
        aria-label="Session file"
        hidden
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          // The same file can be chosen again, once it has been mended.
          event.currentTarget.value = "";
          if (chosen) void take(chosen);
        }}
      />
      <CommandButton offer={offers()[0]} label={bring.busy() ? "Importing…" : undefined} />
      <Show when={problem()}>
        <p class={styles.problem} role="alert">
          {name()}: {problem()}
        </p>
      </Show>
      <Show when={bring.fault()}>
        {(fault) => (
          <>
            <FaultLine fault={fault()} doing={`${name()} was not imported`} />
            <p class={styles.text}>OpenCode itself may take it. In the project’s folder, run</p>
            <div class={styles.command}>
              <code class={styles.code}>{commandFor(name())}</code>
              <CopyButton text={commandFor(name())} />
            </div>
          </>
        )}
      </Show>
    </section>
  );
}

function commandFor(file: string): string {
  return `opencode import ${/^[\w.-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`}`;
}
