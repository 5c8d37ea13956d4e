import { createSignal, type JSX, Show } from "solid-js";
import type { MessagesJson } from "../../../lib/bridge/calls/transfer";
import type { MessageId, SessionKey } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CommandIcon } from "../../commands/CommandButton";
import { offerOf, offersOf } from "../../commands/command";
import { layer } from "../../commands/list/layer";
import { TextFile } from "../../files/TextFile";
import { createAction } from "../../ui/action";
import { createCopying } from "../../ui/copying";
import { IconButton } from "../../ui/IconButton";
import { Check, Copy } from "../../ui/icons";
import { LoadFault, Loading } from "../../ui/LoadNotes";
import { Sheet } from "../../ui/Sheet";
import { VisuallyHidden } from "../../ui/VisuallyHidden";

/** By its ending it is shown in the colours of JSON. */
const NAME = "message.json";

/** Messages with their parts, as their server stores them now. */
export function RawSheet(props: { key: SessionKey; messages: readonly MessageId[]; onClose(): void }): JSX.Element {
  const app = useApp();
  const [json, setJson] = createSignal<MessagesJson>();
  const load = createAction(async () => setJson(await app.background.messagesJson(props.key, [...props.messages])));
  const copying = createCopying(() => json()?.text ?? "");
  void load.run();
  const subject = () => ({ reload: { run: () => void load.run(), busy: load.busy() }, close: props.onClose });
  app.commands.offer(() => offersOf(layer, subject()));
  return (
    <Sheet
      title={props.messages.length === 1 ? "Message as JSON" : "Messages as JSON"}
      onClose={() => props.onClose()}
      actions={
        <>
          <Show when={json()}>
            <IconButton label={copying.outcome() || "Copy"} onClick={() => void copying.copy()}>
              {copying.outcome() === "Copied" ? <Check /> : <Copy />}
            </IconButton>
          </Show>
          <CommandIcon offer={offerOf(layer, "layer.reload", subject())} />
          <span role="status">
            <VisuallyHidden>{copying.outcome()}</VisuallyHidden>
          </span>
        </>
      }
    >
      <LoadFault load={load} />
      <Show when={json()} fallback={<Loading load={load} />}>
        {(held) => (
          <TextFile
            path={NAME}
            text={held().text}
            cut={held().cut === true}
            line={undefined}
            comments={undefined}
            onWrite={() => undefined}
          />
        )}
      </Show>
    </Sheet>
  );
}
