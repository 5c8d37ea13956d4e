import Archive from "lucide-solid/icons/archive";
import ArchiveRestore from "lucide-solid/icons/archive-restore";
import Bot from "lucide-solid/icons/bot";
import Download from "lucide-solid/icons/download";
import FoldVertical from "lucide-solid/icons/fold-vertical";
import Pencil from "lucide-solid/icons/pencil";
import Pin from "lucide-solid/icons/pin";
import PinOff from "lucide-solid/icons/pin-off";
import Share2 from "lucide-solid/icons/share-2";
import ShieldCheck from "lucide-solid/icons/shield-check";
import ShieldOff from "lucide-solid/icons/shield-off";
import Trash from "lucide-solid/icons/trash";
import X from "lucide-solid/icons/x";
import type { PanelBackground } from "../../lib/bridge/background";
import { acceptsAll, type CardView } from "../../lib/model";
import type { MenuItem } from "../ui/Menu";

export interface CardDoings {
  run(call: () => Promise<void>): void;
  /** The same for what takes the session out of sight. */
  putAway(call: () => Promise<void>): void;
  open(dialog: "rename" | "share" | "export" | "subagents" | "accept"): void;
}

/** What a card's menu offers: what its server can do, and what makes sense while nothing runs only then. */
export function cardItems(view: CardView, background: PanelBackground, doings: CardDoings): MenuItem[] {
  const { key, session, pinned } = view;
  const can = view.server.info?.capabilities;
  const busy = view.state === "working" || view.state === "waiting";
  const items: (MenuItem | false | undefined)[] = [
    pinned
      ? { label: "Unpin", icon: () => <PinOff />, onSelect: () => doings.run(() => background.pinCard(key, false)) }
      : { label: "Pin", icon: () => <Pin />, onSelect: () => doings.run(() => background.pinCard(key, true)) },
    can?.rename && { label: "Rename…", icon: () => <Pencil />, onSelect: () => doings.open("rename") },
    can?.share && {
      label: session.shareUrl ? "Shared…" : "Share…",
      icon: () => <Share2 />,
      onSelect: () => doings.open("share"),
    },
    can && { label: "Subagents…", icon: () => <Bot />, onSelect: () => doings.open("subagents") },
    can && { label: "Export…", icon: () => <Download />, onSelect: () => doings.open("export") },
    acceptsAll(view.server, session.id)
      ? {
          label: "Ask for permissions again",
          icon: () => <ShieldCheck />,
          onSelect: () => doings.run(() => background.setAutoAccept(key, false)),
        }
      : { label: "Accept everything…", icon: () => <ShieldOff />, onSelect: () => doings.open("accept") },
    can?.compaction && {
      label: "Compact",
      icon: () => <FoldVertical />,
      disabled: busy,
      onSelect: () => doings.run(() => background.compactSession(key)),
    },
    can?.archive &&
      (session.archivedAt
        ? {
            label: "Unarchive",
            icon: () => <ArchiveRestore />,
            onSelect: () => doings.run(() => background.archiveSession(key, false)),
          }
        : {
            label: "Archive",
            icon: () => <Archive />,
            disabled: busy,
            onSelect: () => doings.putAway(() => background.archiveSession(key, true)),
          }),
    {
      // A session that runs or waits is a card by itself.
      label: busy ? "Close (when it is done)" : "Close",
      icon: () => <X />,
      disabled: busy,
      onSelect: () => doings.run(() => background.closeCard(key)),
    },
    can && {
      label: "Delete",
      icon: () => <Trash />,
      danger: true,
      disabled: busy,
      onSelect: () => doings.putAway(() => background.deleteSession(key)),
    },
  ];
  return items.filter((item): item is MenuItem => Boolean(item));
}
