import { once } from "node:events";
import { createServer } from "node:net";

/**
 * A port nobody listens on. Chosen here because `opencode serve` without a port takes 4096 when it is free, where the
 * user's own server belongs.
 */
export async function freePort(hostname: string): Promise<number> {
  const server = createServer();
  server.listen(0, hostname);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The system gave no port");
  return address.port;
}

/** Whether a server could listen there now. */
export async function isFree(hostname: string, port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, hostname);
  try {
    await once(server, "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return false;
    throw error;
  }
  server.close();
  await once(server, "close");
  return true;
}
