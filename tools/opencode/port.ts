import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** Below what systems hand out by themselves (from 32768 or 49152 on), above what browsers refuse to connect to. */
const [FIRST, LAST] = [20_000, 32_000];

/**
 * A port nobody listens on, and that the system gives to nobody meanwhile: a server that is started later, or again, still
 * finds it free. Chosen here because `opencode serve` without a port takes 4096 when it is free, where the user's own server
 * belongs.
 */
export async function freePort(hostname: string): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(hostname, port)) return port;
  }
  throw new Error(`No port between ${FIRST} and ${LAST} is free at ${hostname}`);
}

/** Whether a server could listen there now. */
export async function isFree(hostname: string, port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, hostname);
  try {
    await once(server, "listening");
  } catch (error) {
    // In use, or kept back by the system.
    if (["EADDRINUSE", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
  server.close();
  await once(server, "close");
  return true;
}
