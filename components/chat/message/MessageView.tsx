import { type Component, createMemo, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { Message, MessageId, Part } from "../../../lib/model";
import { useChat } from "../chat-context";
import type { Place } from "../conversation/turns";
import type { Block } from "../parts/blocks";
import { AssistantMessage } from "./AssistantMessage";
import { OtherMessage } from "./OtherMessage";
import { UserMessage } from "./UserMessage";

interface ViewProps {
  message: Message;
  parts: Part[];
  place: Place;
  blocks: readonly Block[];
}

const VIEWS: { [R in Message["role"]]: Component<ViewProps> } = {
  user: UserMessage,
  assistant: AssistantMessage,
  other: OtherMessage,
};

/** A message by its role. @param props.blocks what an answer shows. */
export function MessageView(props: { id: MessageId; place: Place; blocks: readonly Block[] }) {
  const chat = useChat();
  const message = () => chat.transcript().messages[props.id];
  const parts = createMemo(() => {
    const { partIds, parts } = chat.transcript();
    return (partIds[props.id] ?? []).flatMap((id) => parts[id] ?? []);
  });
  return (
    <Show when={message()}>
      {(held) => (
        <Dynamic
          component={VIEWS[held().role]}
          message={held()}
          parts={parts()}
          place={props.place}
          blocks={props.blocks}
        />
      )}
    </Show>
  );
}
