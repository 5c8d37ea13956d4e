import { createMemo, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { type ServerId, serverTime, sessionKey, type ToolInput, type ToolPart } from "../../lib/model";
import { useApp } from "../app/context";
import { FileLink } from "../files/FileLink";
import { Attachments } from "./Attachments";
import { shortened } from "./excerpt";
import { Fold } from "./Fold";
import { LongText } from "./LongText";
import { mcpServersOf } from "./mcp-names";
import type { ToolPhase } from "./phase";
import { rendererOf } from "./registry";
import { SubagentOf } from "./SubagentOf";
import styles from "./ToolCall.module.css";
import { ToolLine } from "./ToolLine";
import type { ToolContext } from "./tool";
import { useUnfolded } from "./unfolded";

/** Characters of a path as systems allow them; what is longer is none. */
const LONGEST_PATH = 4096;

const isEmpty = (input: ToolInput) => Object.keys(input).length === 0;

/** A tool call: one line that opens to its input and output. */
export function ToolCall(props: {
  part: ToolPart;
  phase: ToolPhase;
  server: ServerId;
  directory: string;
}): JSX.Element {
  const app = useApp();
  const kept = useUnfolded();
  const now = () => serverTime(app.state.servers[props.server], app.now());
  const renderer = createMemo(() => rendererOf(props.part.tool));
  const context = (): ToolContext => ({
    phase: props.phase,
    directory: props.directory,
    mcpServers: () => mcpServersOf(app.background, props.server, props.directory),
  });
  const unfolded = () => {
    const { unfolds } = renderer();
    return unfolds !== undefined && app.reading.choices()[unfolds];
  };
  const summary = createMemo(() => renderer().summary(props.part, context()));
  return (
    <div class={styles.tool} data-linked={summary().session ? "" : undefined}>
      <Fold
        head={<ToolLine part={props.part} summary={summary()} context={context()} now={now()} />}
        unfolded={unfolded()}
        isOpen={kept.calls.get(props.part.id)}
        onToggle={(open) => kept.calls.set(props.part.id, open)}
      >
        <div class={styles.detail}>
          <Show when={shortened(summary().path ?? "", LONGEST_PATH)}>
            {(path) => (
              <Show
                when={path() === summary().path && summary().opens}
                fallback={<bdi class={styles.path}>{path()}</bdi>}
              >
                {(opens) => (
                  <FileLink class={styles.path} {...opens()}>
                    <bdi>{path()}</bdi>
                  </FileLink>
                )}
              </Show>
            )}
          </Show>
          <Dynamic component={renderer().Detail} part={props.part} context={context()} />
          <Attachments files={props.part.state.status === "completed" ? props.part.state.attachments : []} />
          <Show when={props.part.state.status === "pending" && props.part.state}>
            {(state) => (
              <Show when={state().raw} fallback={<Show when={isEmpty(state().input)}>Still being written</Show>}>
                {(raw) => <LongText label="Input so far" text={raw()} />}
              </Show>
            )}
          </Show>
        </div>
      </Fold>
      <Show when={summary().session}>
        {(session) => <SubagentOf session={sessionKey(props.server, session())} task={summary().subject ?? ""} />}
      </Show>
    </div>
  );
}
