import Copy from "lucide-solid/icons/copy";
import GitFork from "lucide-solid/icons/git-fork";
import Pencil from "lucide-solid/icons/pencil";
import Undo2 from "lucide-solid/icons/undo-2";
import { Show } from "solid-js";
import type { Message, Part } from "../../../lib/model";
import { createCopying } from "../../ui/copying";
import { FaultLine } from "../../ui/FaultLine";
import type { MenuItem } from "../../ui/Menu";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import { useChat } from "../chat-context";
import { canBeWritten, type UserContent } from "./content";
import { createTurning } from "./create-turning";
import { MessageMenu } from "./MessageMenu";

/** Copies a message of the user's, or goes on from there in another way. */
export function UserActions(props: { message: Message; parts: Part[]; content: UserContent }) {
  const chat = useChat();
  const { outcome, copy } = createCopying(() => props.content.text);
  const turning = createTurning();
  const written = () => ({
    messageId: props.message.id,
    parts: props.parts,
    createdAt: props.message.createdAt,
  });

  const items = (): MenuItem[] => {
    const disabled = chat.working();
    const { id } = props.message;
    const items: (MenuItem | false | undefined)[] = [
      props.content.text !== "" && { label: "Copy", icon: () => <Copy />, onSelect: () => void copy() },
      turning.can()?.revert &&
        canBeWritten(props.content) && {
          label: "Edit and resend",
          icon: () => <Pencil />,
          disabled,
          onSelect: () => void turning.edit.run(written()),
        },
      turning.can()?.fork && {
        label: "Fork here",
        icon: () => <GitFork />,
        onSelect: () => void turning.fork.run(id, written()),
      },
      turning.can()?.revert && {
        label: "Revert to here",
        icon: () => <Undo2 />,
        disabled,
        onSelect: () => void turning.revert.run(id),
      },
    ];
    return items.filter((item): item is MenuItem => Boolean(item));
  };

  return (
    <>
      <Show when={items().length > 0}>
        <MessageMenu items={items()} done={outcome() === "Copied"} />
      </Show>
      <span role="status">
        <VisuallyHidden>{outcome()}</VisuallyHidden>
      </span>
      <Show when={turning.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </>
  );
}
