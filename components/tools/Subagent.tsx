import { createMemo, type JSX, Show } from "solid-js";
import { requestsOf, type Server, type Session, stateOf, type Tokens } from "../../lib/model";
import { compact, cost } from "../ui/numbers";
import { StateMark } from "../ui/StateMark";
import { cardLine, MARK_OF, WORD_OF } from "../ui/session-words";
import styles from "./Subagent.module.css";

/** Read and written, as an answer's last line counts them. */
function tokensOf(tokens: Tokens | undefined): string {
  const count = tokens ? tokens.input + tokens.output + tokens.reasoning + tokens.cacheWrite : 0;
  return count > 0 ? `${compact(count)} tokens` : "";
}

/** A subagent's session at a glance, below the call that it works for: its state, its last step, and what it took. */
export function Subagent(props: { server: Server; session: Session; task: string }): JSX.Element {
  const state = createMemo(() => stateOf(props.server, props.session.id));
  const line = () =>
    cardLine({
      state: state(),
      request: requestsOf(props.server, props.session.id)[0],
      activity: props.server.activities[props.session.id],
      server: props.server,
      session: props.session,
    });
  const facts = () => [tokensOf(props.session.tokens), cost(props.session.cost)].filter((fact) => fact !== "");
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no part of a form
    <div class={styles.subagent} role="group" aria-label={`Subagent: ${props.task}`} data-state={state()}>
      <Show when={line()}>
        {(words) => (
          <div class={styles.line}>
            <StateMark mark={MARK_OF[state()]} word={WORD_OF[state()]} />
            <bdi class={styles.words} title={words()}>
              {words()}
            </bdi>
          </div>
        )}
      </Show>
      <div class={styles.facts}>{facts().join(" · ")}</div>
    </div>
  );
}
