import { type Attachment, type Medium, type Model, mediumOf } from "../../../lib/model";

const WORDS: Record<Medium, string> = { image: "pictures", pdf: "PDFs" };

/** What a model would have to read for a file and does not, in words; `undefined` when it does, or nobody knows. */
export function unreadBy(model: Model | undefined, file: Pick<Attachment, "mime">): string | undefined {
  const medium = mediumOf(file.mime);
  return medium && model?.reads && !model.reads.includes(medium) ? WORDS[medium] : undefined;
}

/** Why these files cannot go to a model, and what to do; `undefined` when they can. A server would tell the model, not the user. */
export function whyUnread(model: Model | undefined, files: readonly Attachment[]): string | undefined {
  const unread = files.filter((file) => unreadBy(model, file) !== undefined);
  const [first] = unread;
  if (!model || !first) return undefined;
  const media = [...new Set(unread.map((file) => unreadBy(model, file)))].join(" and ");
  const what = unread.length === 1 ? `“${first.name}”` : `the ${unread.length} files`;
  return `${model.name} does not read ${media}. Choose another model, or remove ${what}.`;
}
