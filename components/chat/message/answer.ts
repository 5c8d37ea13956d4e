import { type Catalog, findModel, type Message, type MessageId, type Transcript } from "../../../lib/model";

/** The Markdown of a whole answer, its messages one after the other; tools and thoughts are left out. */
export function answerText(turn: readonly MessageId[], transcript: Transcript): string {
  const texts = turn.flatMap((id) =>
    (transcript.partIds[id] ?? []).flatMap((partId) => {
      const part = transcript.parts[partId];
      return part?.type === "text" && !part.synthetic && part.text.trim() !== "" ? [part.text.trim()] : [];
    }),
  );
  return texts.join("\n\n");
}

/** The agent that gave an answer, its model by the name that the catalog knows, and its effort if one was chosen. */
export function answeredBy({ agent, model }: Message, catalog: Catalog | undefined): string[] {
  const name = model && ((catalog && findModel(catalog, model)?.name) ?? model.modelId);
  return [agent ?? "", name ?? "", model?.variant ?? ""].filter((word) => word !== "");
}

/**
 * Whether a message of an idle session was never finished: its server died, and leaves it so for ever
 * [measured on 1.18.33].
 */
export function wasInterrupted(message: Message): boolean {
  return message.completedAt === undefined && message.error === undefined && message.finish === undefined;
}
