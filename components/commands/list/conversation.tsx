import ArrowDownToLine from "lucide-solid/icons/arrow-down-to-line";
import ChevronDown from "lucide-solid/icons/chevron-down";
import ChevronUp from "lucide-solid/icons/chevron-up";
import SearchIcon from "lucide-solid/icons/search";
import type { Command } from "../command";

export interface ConversationSubject {
  find(): void;
  /** To the message of the user's before, or after, what is read. */
  up(): void;
  down(): void;
  /** Absent at the end. */
  toEnd: (() => void) | undefined;
}

/** What can be done in the conversation that is open. */
export const conversation: readonly Command<ConversationSubject>[] = [
  {
    id: "conversation.find",
    name: "Find in session",
    group: "This session",
    key: "Mod+F",
    offer: ({ find }) => ({ label: "Find in session", icon: () => <SearchIcon />, run: find }),
  },
  {
    id: "conversation.previous",
    name: "Your previous message",
    group: "This session",
    key: "Alt+ArrowUp",
    repeats: true,
    offer: ({ up }) => ({ label: "Your previous message", icon: () => <ChevronUp />, run: up }),
  },
  {
    id: "conversation.next",
    name: "Your next message",
    group: "This session",
    key: "Alt+ArrowDown",
    repeats: true,
    offer: ({ down }) => ({ label: "Your next message", icon: () => <ChevronDown />, run: down }),
  },
  {
    id: "conversation.latest",
    name: "Jump to latest",
    group: "This session",
    key: "Mod+Shift+ArrowDown",
    offer: ({ toEnd }) => toEnd && { label: "Jump to latest", icon: () => <ArrowDownToLine />, run: toEnd },
  },
];
