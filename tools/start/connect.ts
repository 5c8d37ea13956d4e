import { addServer, appears, CONNECTION } from "./panel";
import type { Server } from "./server";
import type { Visit } from "./visit";

/** Where the panel looks for a server by itself. */
const FOUND_BY_ITSELF = "http://127.0.0.1:4096";

const IS_CONNECTED = `(${CONNECTION}).startsWith("Connected")`;

/**
 * Waits until the panel is connected to the server: found by the panel itself where it looks by itself, else entered in
 * its form once (a kept profile knows it from the last time).
 *
 * @param isKnown The panel's profile has been connected to this server before.
 * @param patience Milliseconds; a browser's question for permission may stand in between.
 */
export async function connectPanel(
  { panel, grantHost }: Visit,
  server: Server,
  { isKnown, headless, patience }: { isKnown: boolean; headless: boolean; patience: number },
): Promise<void> {
  await appears(panel, `document.querySelector("button") !== null`, "The panel shows nothing");
  const isFound = server.url === FOUND_BY_ITSELF && server.password === undefined;
  if (!isKnown && !isFound) {
    if (headless && !server.isLoopback)
      await grantHost(`${new URL(server.url).protocol}//${new URL(server.url).hostname}/*`);
    await addServer(panel, server);
  }
  const said = () => panel.evaluate(CONNECTION).then(String);
  await appears(panel, IS_CONNECTED, "connected", patience).catch(async (cause: unknown) => {
    throw new Error(`The panel is not connected to ${server.url}. It says: ${(await said()) || "nothing"}`, { cause });
  });
}
