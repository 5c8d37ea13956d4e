import { type Accessor, createContext, createSignal, useContext } from "solid-js";
import type { CommentPlace } from "../../lib/page/comment";
import type { ContextItem } from "../../lib/page/context";
import type { DraftKey, Drafts } from "../app/drafts";
import type { DiffLine } from "../tools/diff";

export type Comment = ContextItem & { place: CommentPlace };

/** The comments on a session's files and changes: each is attached to its next prompt from its first letter on. */
export interface Comments {
  all(): Comment[];
  at(place: CommentPlace): Comment | undefined;
  /** Writes the comment at a place; one without words goes. */
  write(place: CommentPlace, text: string): void;
  /** The line whose comment is being written: it stays so when the lines are laid out anew. */
  opened: Accessor<DiffLine | undefined>;
  open(line: DiffLine | undefined): void;
}

export const isComment = (item: ContextItem): item is Comment => item.place !== undefined;

const LONGEST_QUOTE = 500;

/** By its words as well: in a file that several turns have changed, the same number may be that of another line. */
const isAt = (item: Comment, { path, line, endLine, side, quote }: CommentPlace): boolean =>
  item.place.path === path &&
  item.place.line === line &&
  item.place.endLine === endLine &&
  item.place.side === side &&
  item.place.quote === quote.slice(0, LONGEST_QUOTE);

/** Comments as a draft holds them. */
export function createComments(drafts: Drafts, key: DraftKey): Comments {
  const all = () => drafts.get(key).context.filter(isComment);
  const [opened, open] = createSignal<DiffLine>();
  return {
    all,
    opened,
    open,
    at: (place) => all().find((item) => isAt(item, place)),
    write(place, text) {
      const held = all().find((item) => isAt(item, place));
      if (held && text === "") drafts.removeContext(key, held.id);
      else if (held) drafts.changeContext(key, held.id, text);
      else if (text !== "") {
        const item: Comment = {
          id: crypto.randomUUID(),
          kind: "comment",
          title: "",
          url: "",
          text,
          createdAt: Date.now(),
          place: { ...place, quote: place.quote.slice(0, LONGEST_QUOTE) },
        };
        drafts.addContext(key, item);
      }
    },
  };
}

/** Where a line of a diff is; a line that is there no more by its number before the change. `undefined` between hunks. */
export function placeOf(path: string, { kind, before, after, text }: DiffLine): CommentPlace | undefined {
  if (kind === "removed" && before !== undefined) return { path, line: before, side: "before", quote: text };
  return after === undefined ? undefined : { path, line: after, side: "after", quote: text };
}

const CommentsContext = createContext<Comments>();
export const CommentsProvider = CommentsContext.Provider;

/** Undefined where nothing can be commented on. */
export const useComments = (): Comments | undefined => useContext(CommentsContext);
