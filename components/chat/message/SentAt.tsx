import { fullTime, momentTime } from "../../ui/time";
import { useChat } from "../chat-context";

/** When a message was written or an answer ended; its title says it in full. */
export function SentAt(props: { at: number; class?: string | undefined }) {
  const chat = useChat();
  return (
    <time class={props.class} datetime={new Date(props.at).toISOString()} title={fullTime(props.at)}>
      {momentTime(props.at, chat.today())}
    </time>
  );
}
