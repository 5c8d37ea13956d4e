import type { MenuItem } from "../ui/Menu";
import type { CommandOffer } from "./command";
import type { Commands } from "./create-commands";

/** Commands as a menu shows them, with their keys. */
export function menuItems(offers: readonly CommandOffer[], commands: Pick<Commands, "shown" | "aria">): MenuItem[] {
  return offers.map(({ command: { id, section }, label, icon, danger, disabled, run }, index) => {
    const [shown, aria] = [commands.shown(id), commands.aria(id)];
    const begins = index > 0 && section !== offers[index - 1]?.command.section;
    return { label, icon, danger, disabled, begins, onSelect: run, keys: shown && aria ? { shown, aria } : undefined };
  });
}
