import { createMemo, Match, Show, Switch } from "solid-js";
import type { MessageId } from "../../../lib/model";
import { useChat } from "../chat-context";
import type { Place } from "../conversation/turns";
import { AssistantMessage } from "./AssistantMessage";
import { OtherMessage } from "./OtherMessage";
import { UserMessage } from "./UserMessage";

/** A message by its role. */
export function MessageView(props: { id: MessageId; place: Place }) {
  const chat = useChat();
  const message = () => chat.transcript().messages[props.id];
  const parts = createMemo(() => {
    const { partIds, parts } = chat.transcript();
    return (partIds[props.id] ?? []).flatMap((id) => parts[id] ?? []);
  });
  return (
    <Show when={message()}>
      {(held) => (
        <Switch fallback={<OtherMessage message={held()} parts={parts()} />}>
          <Match when={held().role === "user"}>
            <UserMessage message={held()} parts={parts()} />
          </Match>
          <Match when={held().role === "assistant"}>
            <AssistantMessage message={held()} parts={parts()} place={props.place} />
          </Match>
        </Switch>
      )}
    </Show>
  );
}
