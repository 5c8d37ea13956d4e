import { type StateEvent, toFault } from "../model";
import type { BackgroundMessage } from "./messages";

/** What goes in place of a message that a port did not take: the same in pieces, or what can do without its contents. */
export function smaller(message: BackgroundMessage, error: unknown): BackgroundMessage[] {
  switch (message.type) {
    case "events": {
      const { more: _, ...single } = message;
      const pieces = message.events.length > 1 ? message.events : message.events.flatMap(halves);
      if (pieces.length > 0) {
        return pieces.map((event, at) => ({ ...(at < pieces.length - 1 ? single : message), events: [event] }));
      }
      // What comes after it may have to be taken together with what came before.
      return message.events.length > 0 ? [{ ...message, events: [] }] : [];
    }
    case "snapshot": {
      const servers = Object.values(message.state.servers);
      if (servers.every((server) => Object.keys(server.transcripts).length === 0)) return [];
      const without = Object.fromEntries(servers.map((server) => [server.id, { ...server, transcripts: {} }]));
      return [{ ...message, state: { ...message.state, servers: without } }];
    }
    case "result":
      return [{ type: "fault", id: message.id, fault: toFault(error) }];
    default:
      return [];
  }
}

/** A page of older messages as two that mean the same, the later messages first; nothing of any other event. */
function halves(event: StateEvent): StateEvent[] {
  if (event.type !== "server" || event.event.type !== "transcript.page" || event.event.page !== "older") return [];
  const { messages } = event.event;
  if (messages.length < 2) return [];
  const middle = Math.floor(messages.length / 2);
  const page = event.event;
  return [messages.slice(middle), messages.slice(0, middle)].map((half) => ({
    ...event,
    event: { ...page, messages: half },
  }));
}
