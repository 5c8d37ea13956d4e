import type { PanelBackground } from "../../../lib/bridge/background";
import { acceptsAll, type CardView } from "../../../lib/model";
import {
  Archive,
  ArchiveRestore,
  Bot,
  CornerLeftUp,
  Download,
  ExternalLink,
  File,
  FileDiff,
  FolderOpen,
  FoldVertical,
  Link2Off,
  Pencil,
  Pin,
  PinOff,
  Share2,
  ShieldCheck,
  ShieldOff,
  Trash,
  X,
} from "../../ui/icons";
import { WORKING } from "../../ui/session-words";
import type { Command } from "../command";

export type SessionDialog = "rename" | "share" | "export" | "subagents" | "accept" | "file";

export interface SessionSubject {
  view: CardView;
  /** It stands among the cards because it was used. */
  isCard: boolean;
  background: PanelBackground;
  run(call: () => Promise<void>): void;
  /** The same for what takes the session out of sight. */
  putAway(call: () => Promise<void>): void;
  open(dialog: SessionDialog): void;
  /** Shows what the session has changed. */
  review(): void;
  /** Shows what is in the folder the session works in. */
  browse(): void;
  /** To the session that a subagent's works for. */
  goToParent(): void;
  /** Shows the session in a full tab; absent in one. */
  toTab: (() => void) | undefined;
}

const can = ({ view }: SessionSubject) => view.server.info?.capabilities;
/** A subagent's session belongs to another one, which is what is pinned, shared, put away or deleted. */
const isOwn = ({ view }: Pick<SessionSubject, "view">) => view.session.parentId === undefined;
const isBusy = ({ view }: SessionSubject) => view.state === "working" || view.state === "waiting";
/** What makes sense only while nothing runs says what it waits for. */
function whyNot(subject: SessionSubject): string | undefined {
  if (!isBusy(subject)) return undefined;
  return subject.view.state === "working" ? WORKING : "It waits for your answer";
}

/** What can be done with a session as a whole: what its server can do, and what makes sense while nothing runs only then. */
export const session: readonly Command<SessionSubject>[] = [
  {
    id: "session.parent",
    name: "The session that a subagent works for",
    group: "This session",
    section: "look",
    offer: (subject) =>
      isOwn(subject)
        ? undefined
        : { label: "Open its session", icon: () => <CornerLeftUp />, run: () => subject.goToParent() },
  },
  {
    id: "session.pin",
    name: "Pin or unpin the session",
    group: "This session",
    section: "look",
    offer: ({ view, background, run }) =>
      !isOwn({ view })
        ? undefined
        : view.pinned
          ? { label: "Unpin", icon: () => <PinOff />, run: () => run(() => background.pinCard(view.key, false)) }
          : { label: "Pin", icon: () => <Pin />, run: () => run(() => background.pinCard(view.key, true)) },
  },
  {
    id: "session.review",
    name: "Review the session’s changes",
    group: "This session",
    section: "look",
    offer: (subject) =>
      can(subject)?.diffs
        ? { label: "Review changes", icon: () => <FileDiff />, run: () => subject.review() }
        : undefined,
  },
  {
    id: "session.file",
    name: "Open a file of the project",
    group: "Files and changes",
    section: "look",
    key: "Mod+P",
    offer: (subject) =>
      can(subject) ? { label: "Open a file…", icon: () => <File />, run: () => subject.open("file") } : undefined,
  },
  {
    id: "session.files",
    name: "Files of the project",
    group: "Files and changes",
    section: "look",
    offer: (subject) =>
      can(subject) ? { label: "Project files", icon: () => <FolderOpen />, run: () => subject.browse() } : undefined,
  },
  {
    id: "session.tab",
    name: "Open the session in a tab",
    group: "This session",
    section: "look",
    offer: ({ toTab }) => toTab && { label: "Open in a tab", icon: () => <ExternalLink />, run: toTab },
  },
  {
    id: "session.rename",
    name: "Rename the session",
    group: "This session",
    section: "keep",
    key: "F2",
    offer: (subject) =>
      can(subject)?.rename
        ? { label: "Rename…", icon: () => <Pencil />, run: () => subject.open("rename") }
        : undefined,
  },
  {
    id: "session.share",
    name: "Share the session",
    group: "This session",
    section: "keep",
    offer: (subject) =>
      can(subject)?.share && isOwn(subject)
        ? {
            label: subject.view.session.shareUrl ? "Shared…" : "Share…",
            icon: () => <Share2 />,
            run: () => subject.open("share"),
          }
        : undefined,
  },
  {
    id: "session.unshare",
    name: "Stop sharing the session",
    group: "This session",
    section: "keep",
    offer: (subject) =>
      can(subject)?.share && isOwn(subject) && subject.view.session.shareUrl
        ? {
            label: "Stop sharing",
            icon: () => <Link2Off />,
            run: () => subject.run(() => subject.background.shareSession(subject.view.key, false)),
          }
        : undefined,
  },
  {
    id: "session.subagents",
    name: "List the session’s subagents",
    group: "This session",
    section: "keep",
    offer: (subject) =>
      can(subject) ? { label: "Subagents…", icon: () => <Bot />, run: () => subject.open("subagents") } : undefined,
  },
  {
    id: "session.export",
    name: "Export the session",
    group: "This session",
    section: "keep",
    offer: (subject) =>
      can(subject) ? { label: "Export…", icon: () => <Download />, run: () => subject.open("export") } : undefined,
  },
  {
    id: "session.accept",
    name: "Accept everything, or ask again",
    group: "This session",
    section: "work",
    offer: ({ view, background, run, open }) =>
      !isOwn({ view })
        ? undefined
        : acceptsAll(view.server, view.session.id)
          ? {
              label: "Ask for permissions again",
              icon: () => <ShieldCheck />,
              run: () => run(() => background.setAutoAccept(view.key, false)),
            }
          : { label: "Accept everything…", icon: () => <ShieldOff />, run: () => open("accept") },
  },
  {
    id: "session.compact",
    name: "Compact the session",
    group: "This session",
    section: "work",
    offer: (subject) =>
      can(subject)?.compaction && isOwn(subject)
        ? {
            label: "Compact",
            icon: () => <FoldVertical />,
            disabled: whyNot(subject),
            run: () => subject.run(() => subject.background.compactSession(subject.view.key)),
          }
        : undefined,
  },
  {
    id: "session.archive",
    name: "Archive or unarchive the session",
    group: "This session",
    section: "away",
    offer(subject) {
      const { view, background } = subject;
      if (!can(subject)?.archive || !isOwn(subject)) return undefined;
      return view.session.archivedAt
        ? {
            label: "Unarchive",
            icon: () => <ArchiveRestore />,
            run: () => subject.run(() => background.archiveSession(view.key, false)),
          }
        : {
            label: "Archive",
            icon: () => <Archive />,
            disabled: whyNot(subject),
            run: () => subject.putAway(() => background.archiveSession(view.key, true)),
          };
    },
  },
  {
    id: "session.close",
    name: "Close the session’s card",
    group: "This session",
    section: "away",
    offer: (subject) =>
      isOwn(subject) && (subject.isCard || isBusy(subject))
        ? {
            label: "Close",
            icon: () => <X />,
            // A session that runs or waits is a card by itself.
            disabled: whyNot(subject),
            run: () => subject.run(() => subject.background.closeCard(subject.view.key)),
          }
        : undefined,
  },
  {
    id: "session.delete",
    name: "Delete the session",
    group: "This session",
    section: "away",
    offer: (subject) =>
      can(subject) && isOwn(subject)
        ? {
            label: "Delete",
            icon: () => <Trash />,
            danger: true,
            disabled: whyNot(subject),
            run: () => subject.putAway(() => subject.background.deleteSession(subject.view.key)),
          }
        : undefined,
  },
];
