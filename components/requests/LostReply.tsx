import { createMemo, Show } from "solid-js";
import { type RequestId, type Server, type SessionId, type SessionKey, sessionKey } from "../../lib/model";
import type { Reply } from "../../lib/storage/drafts";
import { useApp } from "../app/context";
import { Button } from "../ui/Button";
import { StateMark } from "../ui/StateMark";
import { createReply } from "./create-reply";
import { createEarly } from "./early";
import styles from "./LostReply.module.css";
import { wordsOf } from "./reply-words";

export interface LostReplyProps {
  server: Server;
  sessionId: SessionId;
  /** Ids of the sessions that ask, or have asked while this was shown. */
  asking: readonly SessionId[];
  /** The focus goes on to the composer. */
  onWrite(): void;
}

interface Lost {
  key: SessionKey;
  id: RequestId;
  words: string;
  isQuestion: boolean;
}

/** What was written for a request that went before it was sent: answered elsewhere, or stopped with its agent or server. */
export function LostReply(props: LostReplyProps) {
  const app = useApp();
  const lost = createMemo((): Lost | undefined => {
    // What waits is known only then.
    if (!props.server.fresh) return undefined;
    for (const sessionId of props.asking) {
      const key = sessionKey(props.server.id, sessionId);
      for (const [id, reply] of Object.entries(app.drafts.get(key).replies ?? {}) as [RequestId, Reply][]) {
        const words = wordsOf(reply);
        if (!props.server.requests[id] && words !== "")
          return { key, id, words, isQuestion: reply.sheet !== undefined };
      }
    }
    return undefined;
  });
  // One that has just been sent goes from the draft a moment after its request.
  const early = createEarly(createMemo(() => lost()?.id));

  function drop({ key, id }: Lost): void {
    createReply(app.drafts, key, id).drop();
  }
  function take(found: Lost): void {
    const key = sessionKey(props.server.id, props.sessionId);
    const texts = [app.drafts.get(key).text, found.words].filter((text) => text.trim() !== "");
    app.drafts.change(key, { text: texts.join("\n\n") });
    drop(found);
    props.onWrite();
  }
  return (
    <Show when={!early() && lost()}>
      {(found) => (
        <div class={styles.lost} role="status">
          <StateMark mark="away" />
          <p class={styles.words}>
            {found().isQuestion ? "The question is gone." : "The request is gone."} You had written:{" "}
            <bdi class={styles.text}>{found().words}</bdi>
          </p>
          <div class={styles.actions}>
            <Button
              variant="quiet"
              onClick={() => {
                drop(found());
                props.onWrite();
              }}
            >
              Drop
            </Button>
            <Button onClick={() => take(found())}>Put in composer</Button>
          </div>
        </div>
      )}
    </Show>
  );
}
