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

  const offers = () => {
    const { id } = props.message;
    const can = turning.can();
    return offersOf(message, {
      note: firstLine(props.content.text),
      working: chat.working(),
      copy: props.content.text === "" ? undefined : () => void copy(),
      edit: can?.revert && canBeWritten(props.content) ? () => void turning.edit.run(written()) : undefined,
      fork: can?.fork ? () => void turning.fork.run(id, written()) : undefined,
      revert: can?.revert ? () => void turning.revert.run(id) : undefined,
    });
  };
  app.commands.offer((at) => (messageAtHand("own", at) === props.message.id ? offers() : []));

  return (
    <>
      <Show when={offers().length > 0}>
        <MessageMenu items={menuItems(offers(), app.commands)} done={outcome() === "Copied"} />
      </Show>
      <span role="status">
        <VisuallyHidden>{outcome()}</VisuallyHidden>
      </span>
      <Show when={turning.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </>
  );
}
