import { Show } from "solid-js";
import type { Message, Part } from "../../../lib/model";
import { useApp } from "../../app/context";
import { offersOf } from "../../commands/command";
import { message } from "../../commands/list/message";
import { menuItems } from "../../commands/menu-items";
import { firstLine } from "../../tools/tool";
import { createCopying } from "../../ui/copying";
import { FaultLine } from "../../ui/FaultLine";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import { useChat } from "../chat-context";
import { undoneFiles } from "../conversation/shown";
import { messageAtHand } from "./at-hand";
import { canBeWritten, type UserContent } from "./content";
import { createTurning } from "./create-turning";
import { MessageMenu } from "./MessageMenu";

/** Copies a message of the user's, or goes on from there in another way. */
export function UserActions(props: { message: Message; parts: Part[]; content: UserContent }) {
  const app = useApp();
  const chat = useChat();
  const { outcome, copy } = createCopying(() => props.content.text);
  const turning = createTurning();
  const written = () => ({
    messageId: props.message.id,
    parts: props.parts,
    createdAt: props.message.createdAt,
  });

  /** @param undoes files that going back would undo; counted when somebody asks what can be done */
  const offers = (undoes: number) => {
    const { id } = props.message;
    return offersOf(message, {
      note: firstLine(props.content.text),
      working: chat.working(),
      copy: props.content.text === "" ? undefined : () => void copy(),
      edit: turning.canRevert() && canBeWritten(props.content) ? () => void turning.edit.run(written()) : undefined,
      fork: turning.can()?.fork ? () => void turning.fork.run(id, written()) : undefined,
      revert: turning.canRevert() ? () => void turning.revert.run(id) : undefined,
      undoes,
      raw: () => app.layers.show({ type: "raw", key: chat.key, messages: [id] }),
    });
  };
  const undone = () => undoneFiles(chat.transcript(), props.message.id).length;
  app.commands.offer((at) => (messageAtHand("own", at) === props.message.id ? offers(undone()) : []));

  return (
    <>
      <MessageMenu items={menuItems(offers(undone()), app.commands)} done={outcome() === "Copied"} />
      <span role="status">
        <VisuallyHidden>{outcome()}</VisuallyHidden>
      </span>
      <Show when={turning.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </>
  );
}
