import GitFork from "lucide-solid/icons/git-fork";
import { createMemo, Show } from "solid-js";
import { type Message, nextAfter } from "../../../lib/model";
import { useApp } from "../../app/context";
import { elapsed } from "../../tools/elapsed";
import { CopyButton } from "../../ui/CopyButton";
import { FaultLine } from "../../ui/FaultLine";
import { IconButton } from "../../ui/IconButton";
import { compact, cost } from "../../ui/numbers";
import { useChat } from "../chat-context";
import { type Place, usageOf } from "../conversation/turns";
import { answerText, wasInterrupted } from "./answer";
import { createTurning } from "./create-turning";
import { MessageError } from "./MessageError";
import styles from "./message.module.css";

/** What an answer took, a copy of it, and a session that goes on from there. */
export function TurnEnd(props: { message: Message; place: Place }) {
  const app = useApp();
  const chat = useChat();
  const turning = createTurning();
  const messages = () => props.place.turn.flatMap((id) => chat.transcript().messages[id] ?? []);
  const usage = createMemo(() => usageOf(messages()));
  const facts = createMemo(() => {
    const { tokens, cost: dollars, ms } = usage();
    return [tokens > 0 ? `${compact(tokens)} tokens` : "", cost(dollars), elapsed(ms)].filter((fact) => fact !== "");
  });
  const interrupted = () => chat.live() && !chat.working() && wasInterrupted(props.message);
  /** The agent works on this very answer: what it takes is told when it is over. */
  const running = () => chat.working() && chat.transcript().messageIds.at(-1) === props.message.id;
  /** The question of this answer, once it is known to have changed files. */
  const changed = createMemo(() => {
    const { question } = props.place;
    const files = question === undefined ? undefined : chat.transcript().messages[question]?.changes?.files;
    return question !== undefined && files ? { question, files } : undefined;
  });
  // Read only once the answer is over, so that a growing text does not join all of it again for each word.
  const text = () => (props.message.completedAt === undefined ? "" : answerText(props.place.turn, chat.transcript()));
  return (
    <>
      <Show when={interrupted()}>
        <MessageError error={{ name: "Interrupted", message: "Interrupted: the server stopped before the end" }} />
      </Show>
      <Show when={!running() && (facts().length > 0 || text() !== "" || changed())}>
        <div class={styles.end}>
          <span class={styles.facts}>{facts().join(" · ")}</span>
          <Show when={changed()}>
            {(turn) => (
              <button
                type="button"
                class={styles.changed}
                onClick={() =>
                  app.layers.show({
                    type: "review",
                    key: chat.key,
                    scope: { type: "turn", messageId: turn().question },
                  })
                }
              >
                {turn().files === 1 ? "1 file changed" : `${turn().files} files changed`}
              </button>
            )}
          </Show>
          <Show when={text()}>{(answer) => <CopyButton class={styles.copy} text={answer()} />}</Show>
          <Show when={turning.can()?.fork && text()}>
            <IconButton
              label="Fork here"
              size="small"
              class={styles.fork}
              onClick={() => void turning.fork.run(nextAfter(chat.transcript(), props.message.id))}
            >
              <GitFork />
            </IconButton>
          </Show>
        </div>
        <Show when={turning.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not forked" />}</Show>
      </Show>
    </>
  );
}
