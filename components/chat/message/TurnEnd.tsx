import { createMemo, Show } from "solid-js";
import { type Message, nextAfter } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CommandButton, CommandIcon } from "../../commands/CommandButton";
import { offerOf, offersOf } from "../../commands/command";
import { type AnswerSubject, answer } from "../../commands/list/message";
import { elapsed } from "../../tools/elapsed";
import { firstLine } from "../../tools/tool";
import { createCopying } from "../../ui/copying";
import { FaultLine } from "../../ui/FaultLine";
import { compact, cost } from "../../ui/numbers";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import { useChat } from "../chat-context";
import { type Place, usageOf } from "../conversation/turns";
import { answerText, wasInterrupted } from "./answer";
import { messageAtHand } from "./at-hand";
import { createTurning } from "./create-turning";
import { foldsOf } from "./folds";
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
  const text = createMemo(() =>
    props.message.completedAt === undefined ? "" : answerText(props.place.turn, chat.transcript()),
  );
  const { outcome, copy } = createCopying(text);
  const subject = (): Omit<AnswerSubject, "unfold"> => {
    const turn = changed();
    const canFork = turning.can()?.fork && text() !== "";
    return {
      note: firstLine(text()),
      copy: text() === "" ? undefined : () => void copy(),
      fork: canFork ? () => void turning.fork.run(nextAfter(chat.transcript(), props.message.id)) : undefined,
      review: turn && {
        files: turn.files,
        run: () =>
          app.layers.show({ type: "review", key: chat.key, scope: { type: "turn", messageId: turn.question } }),
      },
    };
  };
  const offer = (id: string) => offerOf(answer, id, { ...subject(), unfold: undefined });
  app.commands.offer((at) => {
    const meant = messageAtHand("answer", at);
    if (meant === undefined || !props.place.turn.includes(meant)) return [];
    return offersOf(answer, { ...subject(), unfold: foldsOf(props.place.turn) });
  });
  return (
    <>
      <Show when={interrupted()}>
        <MessageError error={{ name: "Interrupted", message: "Interrupted: the server stopped before the end" }} />
      </Show>
      <Show when={!running() && (facts().length > 0 || text() !== "" || changed())}>
        <div class={styles.end}>
          <span class={styles.facts}>{facts().join(" · ")}</span>
          <Show when={offer("answer.review")}>
            {(review) => (
              <button type="button" class={styles.changed} onClick={() => review().run()}>
                {review().label}
              </button>
            )}
          </Show>
          <CommandButton class={styles.copy} offer={offer("answer.copy")} label={outcome() || undefined} />
          <span role="status">
            <VisuallyHidden>{outcome()}</VisuallyHidden>
          </span>
          <CommandIcon size="small" class={styles.fork} offer={offer("answer.fork")} />
        </div>
        <Show when={turning.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not forked" />}</Show>
      </Show>
    </>
  );
}
