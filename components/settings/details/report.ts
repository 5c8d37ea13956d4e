import type { ConnectionDetails } from "../../../lib/bridge/calls/servers";
import type { ServerInfo } from "../../../lib/model";
import type { JournalEntry } from "../../../lib/sync/journal";
import { detailRows } from "./rows";

/** "connected", or "reconnecting (timed-out)". */
export function stateWords({ status, cause }: JournalEntry): string {
  return cause ? `${status} (${cause})` : status;
}

/**
 * The details as text for a bug report: counts and times. Nothing in it tells what was said, where the server is or what
 * it is called.
 */
export function connectionReport(
  details: ConnectionDetails,
  about: { extension: string; browser: string; info: ServerInfo | undefined; now: number },
): string {
  const { extension, browser, info, now } = about;
  const lines = [
    `OpenCode Nexus ${extension}; ${browser}`,
    info ? `OpenCode ${info.version}, protocol ${info.protocol}` : "OpenCode: not reached",
    `Written ${new Date(now).toISOString()}`,
    "",
    ...detailRows(details, now).map(({ term, value }) => `${term}: ${value}`),
    "",
    "States:",
    ...details.journal.states.map((entry) => `${new Date(entry.at).toISOString()} ${stateWords(entry)}`),
  ];
  return `${lines.join("\n")}\n`;
}
