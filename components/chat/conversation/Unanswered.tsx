import { createMemo, Show } from "solid-js";
import { splitSessionKey } from "../../../lib/model";
import { useApp } from "../../app/context";
import { useChat } from "../chat-context";
import { MessageError } from "../message/MessageError";

/** Why the last message got no answer at all: servers tell that beside the conversation, not in it. */
export function Unanswered() {
  const app = useApp();
  const chat = useChat();
  const { server, session } = splitSessionKey(chat.key);
  const reason = createMemo(() => {
    const { messageIds, messages } = chat.transcript();
    const isUnanswered = messages[messageIds.at(-1) ?? ""]?.role === "user";
    const activity = app.state.servers[server]?.activities[session];
    return isUnanswered && !chat.working() && activity?.kind === "error" ? activity.line : undefined;
  });
  return <Show when={reason()}>{(said) => <MessageError error={{ name: "", message: said() }} />}</Show>;
}
