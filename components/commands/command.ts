import type { JSX } from "solid-js";
import type { Key } from "../../lib/keys/key";

/** Under which heading a command stands where all are listed; in this order. */
export const GROUPS = [
  "Needs you",
  "Files and changes",
  "This session",
  "Messages",
  "Writing",
  "Queue",
  "Go to",
  "Servers",
  "General",
] as const;
export type Group = (typeof GROUPS)[number];

/** What a command does right now, as menus and the palette show it. */
export interface Offer {
  label: string;
  /** The same where nothing around it says what it is done to. */
  fullLabel?: string | undefined;
  /** Which of several it is done to: a title, a name, first words. */
  note?: string | undefined;
  /** What tells it from the same offer for another one. */
  of?: string | undefined;
  /** Made anew for each place that shows it. */
  icon: () => JSX.Element;
  danger?: boolean | undefined;
  /** Why it cannot be done right now. */
  disabled?: string | undefined;
  /** It asks the browser's user something, which browsers allow only as part of a click or a key. */
  atOnce?: boolean | undefined;
  run(): void;
  /** Whether a key counts where it was pressed; everywhere unless given. */
  accepts?: ((target: EventTarget | null) => boolean) | undefined;
}

/** An action of the panel: whatever shows it or leads to it takes it from here. */
export interface Command<Subject> {
  /** Of the kind `area.action`. Stored with the user's own keys: never to be changed. */
  id: string;
  /** What it is called where keys are listed, whatever it would do right now. */
  name: string;
  group: Group;
  /** In a menu a line stands between those of one section and those of the next. */
  section?: string;
  /** Its key until the user chooses another. */
  key?: Key;
  /** A key that is held down counts as pressed again and again. */
  repeats?: true;
  /** `undefined` where it does not apply. */
  offer(subject: Subject): Offer | undefined;
}

/** What is known of a command without what it is applied to. */
export type CommandInfo = Omit<Command<never>, "offer">;

export interface CommandOffer extends Offer {
  command: CommandInfo;
}

/** What of `commands` can be done with a subject. */
export function offersOf<Subject>(commands: readonly Command<Subject>[], subject: Subject): CommandOffer[] {
  return commands.flatMap((command) => {
    const offer = command.offer(subject);
    return offer ? [{ ...offer, command }] : [];
  });
}

/** One of `commands` for a subject, as the button of its own shows it. */
export function offerOf<Subject>(
  commands: readonly Command<Subject>[],
  id: string,
  subject: Subject,
): CommandOffer | undefined {
  const command = commands.find((one) => one.id === id);
  const offer = command?.offer(subject);
  return command && offer && { ...offer, command };
}
