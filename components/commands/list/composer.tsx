import { Square, TextCursorInput } from "../../ui/icons";
import type { Command } from "../command";

export interface ComposerSubject {
  /** Absent where nothing is to be written. */
  focus: (() => void) | undefined;
  /** While the agent works. */
  stop: (() => void) | undefined;
}

/** What can be done about writing, and about what was set going by it. */
export const composer: readonly Command<ComposerSubject>[] = [
  {
    id: "composer.stop",
    name: "Stop the agent",
    group: "This session",
    key: "Mod+.",
    offer: ({ stop }) => stop && { label: "Stop the agent", icon: () => <Square />, run: stop },
  },
  {
    id: "composer.focus",
    name: "Write a message",
    group: "Go to",
    key: "Mod+I",
    offer: ({ focus }) => focus && { label: "Write a message", icon: () => <TextCursorInput />, run: focus },
  },
];
