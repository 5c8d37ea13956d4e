import { describeFault, type Server } from "../../lib/model";

/** Why nothing can be sent to a server right now, in words; `undefined` when it can. */
export function whyNotReady(
  server: Server | undefined,
  link: "loading" | "connected" | "reconnecting",
): string | undefined {
  if (link !== "connected") return "Waiting for the extension. Your text is kept.";
  if (!server) return "Choose where to work first.";
  const { name } = server.profile;
  const { connection } = server;
  switch (connection.status) {
    case "connected":
      return undefined;
    case "asleep":
    case "connecting":
      return `Connecting to ${name}…`;
    case "reconnecting":
      return `Reconnecting to ${name}. Your text is kept.`;
    case "offline":
      return "You are offline. Your text is kept.";
    case "failed":
      return `${describeFault(connection.fault).title}. Your text is kept.`;
    case "disconnected":
      return `${name} is not connected. Your text is kept.`;
  }
}
