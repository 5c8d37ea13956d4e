import { createMemo, Show } from "solid-js";
import { type Message, type MessageId, nextAfter, splitSessionKey } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CommandButton } from "../../commands/CommandButton";
import { offerOf, offersOf } from "../../commands/command";
import { type AnswerSubject, answer } from "../../commands/list/message";
import { menuItems } from "../../commands/menu-items";
import { elapsed } from "../../tools/elapsed";
import { firstLine } from "../../tools/tool";
import { createCopying } from "../../ui/copying";
import { FaultLine } from "../../ui/FaultLine";
import { compact, cost } from "../../ui/numbers";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import { useChat } from "../chat-context";
import { type Place, usageOf } from "../conversation/turns";
import { answeredBy, answerText, wasInterrupted } from "./answer";
import { messageAtHand } from "./at-hand";
import { ChangedFiles } from "./ChangedFiles";
import { createTurning } from "./create-turning";
import { foldsOf } from "./folds";
import { MessageError } from "./MessageError";
import { MessageMenu } from "./MessageMenu";
import styles from "./message.module.css";
import { SentAt } from "./SentAt";

/** When an answer ended, who gave it, what it took and changed, and what can be done with it. */
export function TurnEnd(props: { message: Message; place: Place }) {
  const app = useApp();
  const chat = useChat();
  const turning = createTurning();
  const messages = () => props.place.turn.flatMap((id) => chat.transcript().messages[id] ?? []);
  const catalog = () => app.state.servers[splitSessionKey(chat.key).server]?.catalogs[chat.session().directory];
  const usage = createMemo(() => usageOf(messages()));
  const by = createMemo(() => answeredBy(props.message, catalog()).join(" · "));
  const took = createMemo(() => {
    const { tokens, cost: dollars, ms } = usage();
    const known = [tokens > 0 ? `${compact(tokens)} tokens` : "", cost(dollars), elapsed(ms)];
    return known.flatMap((fact) => (fact === "" ? [] : ` · ${fact}`)).join("");
  });
  const interrupted = () => chat.live() && !chat.working() && wasInterrupted(props.message);
  /** The agent works on this very answer: what it takes is told when it is over. */
  const running = () => chat.working() && chat.transcript().messageIds.at(-1) === props.message.id;
  /** The question of this answer, once it is known to have changed files. */
  const changed = createMemo(() => {
    const { question } = props.place;
    const changes = question === undefined ? undefined : chat.transcript().messages[question]?.changes;
    return question !== undefined && changes?.files ? { question, changes, files: changes.files } : undefined;
  });
  // Read only once the answer is over, so that a growing text does not join all of it again for each word.
  const text = createMemo(() =>
    props.message.completedAt === undefined ? "" : answerText(props.place.turn, chat.transcript()),
  );
  const { outcome, copy } = createCopying(text);
  function review(question: MessageId, path?: string): void {
    const scope = { type: "turn", messageId: question } as const;
    app.layers.show({ type: "review", key: chat.key, scope, ...(path === undefined ? {} : { path }) });
  }
  const subject = (): Omit<AnswerSubject, "unfold"> => {
    const turn = changed();
    const canFork = turning.can()?.fork && text() !== "";
    return {
      note: firstLine(text()),
      copy: text() === "" ? undefined : () => void copy(),
      fork: canFork ? () => void turning.fork.run(nextAfter(chat.transcript(), props.message.id)) : undefined,
      review: turn && (() => review(turn.question)),
      raw: () => app.layers.show({ type: "raw", key: chat.key, messages: [...props.place.turn] }),
    };
  };
  const offers = () => offersOf(answer, { ...subject(), unfold: foldsOf(props.place.turn) });
  const offer = (id: string) => offerOf(answer, id, { ...subject(), unfold: undefined });
  app.commands.offer((at) => {
    const meant = messageAtHand("answer", at);
    if (meant === undefined || !props.place.turn.includes(meant)) return [];
    return running() ? [] : offers();
  });
  return (
    <>
      <Show when={interrupted()}>
        <MessageError error={{ name: "Interrupted", message: "Interrupted: the server stopped before the end" }} />
      </Show>
      <Show when={!running()}>
        <Show when={changed()}>
          {(turn) => (
            <ChangedFiles
              files={turn().files}
              question={turn().question}
              changes={turn().changes}
              onReview={(path) => review(turn().question, path)}
            />
          )}
        </Show>
        <div class={styles.end}>
          <div class={styles.facts}>
            <SentAt at={props.message.completedAt ?? props.message.createdAt} />
            <Show when={by()}>
              {(names) => (
                <>
                  <span class={styles.dot}> · </span>
                  <span class={styles.by} title={names()}>
                    {names()}
                  </span>
                </>
              )}
            </Show>
            <span class={styles.took}>{took()}</span>
          </div>
          <CommandButton class={styles.copy} offer={offer("answer.copy")} label={outcome() || undefined} />
          <span role="status">
            <VisuallyHidden>{outcome()}</VisuallyHidden>
          </span>
          <MessageMenu items={menuItems(offers(), app.commands)} done={false} />
        </div>
        <Show when={turning.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not forked" />}</Show>
      </Show>
    </>
  );
}
