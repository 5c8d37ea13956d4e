import { sessionAddress, written } from "../../lib/bridge/session-address";
import { sessionKey } from "../../lib/model";
import type { View } from "./context";

/** What a full tab's address says of what it shows, from the "#" on. */
export function addressOf(view: View): string {
  switch (view.screen) {
    case "session":
      return sessionAddress(view.key);
    case "server":
      return view.id === undefined ? written("server") : written("server", view.id);
    case "providers": {
      const { server, directory } = view.place;
      return directory === undefined ? written("providers", server) : written("providers", server, directory);
    }
    default:
      return written(view.screen);
  }
}

/** What an address leads to; `undefined` when it is none of ours. */
export function viewAt(address: string): View | undefined {
  const [screen, first = "", second = ""] = partsOf(address);
  switch (screen) {
    case "home":
    case "new":
    case "settings":
    case "keys":
      return { screen };
    case "session":
      return first && second ? { screen, key: sessionKey(first, second) } : undefined;
    case "server":
      return first ? { screen, id: first } : { screen };
    case "providers": {
      const place = second ? { server: first, directory: second } : { server: first };
      return first ? { screen, place, back: { screen: "settings" } } : undefined;
    }
  }
  return undefined;
}

function partsOf(address: string): string[] {
  if (!address.startsWith("#/")) return [];
  try {
    return address.slice(2).split("/").map(decodeURIComponent);
  } catch {
    // A "%" that stands for nothing: somebody typed it.
    return [];
  }
}
