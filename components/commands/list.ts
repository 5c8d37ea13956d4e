import { type CommandInfo, GROUPS } from "./command";

/** Whatever the files in `list` export: a new command is one object there. */
const MODULES = import.meta.glob<Record<string, readonly CommandInfo[]>>("./list/*.tsx", { eager: true });

/** Every action of the panel, by group. */
export const COMMANDS: readonly CommandInfo[] = Object.values(MODULES)
  .flatMap((module) => Object.values(module).flat())
  .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
