import type { MenuItem } from "../ui/Menu";
import type { CommandOffer } from "./command";
import type { Commands } from "./create-commands";

/** Commands as a menu shows them, with their keys. */
export function menuItems(offers: readonly CommandOffer[], commands: Pick<Commands, "shown" | "aria">): MenuItem[] {
  return offers.map(({ command: { id }, label, icon, danger, disabled, run }) => {
    const [shown, aria] = [commands.shown(id), commands.aria(id)];
    return { label, icon, danger, disabled, onSelect: run, keys: shown && aria ? { shown, aria } : undefined };
  });
}
