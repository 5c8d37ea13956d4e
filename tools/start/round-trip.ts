import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import * as v from "valibot";
import { withLimit } from "../opencode/limit";
import { connectPanel } from "./connect";
import { ask, chooseProject } from "./panel";
import type { Server } from "./server";
import type { Visit } from "./visit";

const CONNECT_LIMIT = 45_000;
/** A real model may think for a while. */
const ANSWER_LIMIT = 240_000;
const MESSAGE = "Hello! Tell me in two sentences what you can help me with from here.";

/**
 * Sends one message by the panel and waits for the whole answer, on the panel and on the server.
 *
 * @returns the absolute path of a picture of it
 */
export async function roundTrip(visit: Visit, server: Server, artifacts: string, name: string): Promise<string> {
  await mkdir(artifacts, { recursive: true });
  const picture = resolve(join(artifacts, `start-${name}.png`));
  try {
    await connectPanel(visit, server, { isKnown: false, headless: true, patience: CONNECT_LIMIT });
    if (server.directory) await chooseProject(visit.panel, server.directory);
    const messageId = await ask(visit.panel, MESSAGE, ANSWER_LIMIT);
    await checkStored(server, messageId);
    await visit.screenshot(picture);
    return picture;
  } catch (error) {
    const failed = resolve(join(artifacts, `start-${name}-failed.png`));
    const seen = await visit.screenshot(failed).then(
      () => ` A picture of it: ${failed}`,
      () => "",
    );
    throw new Error(`${messageOf(error)}.${seen}`, { cause: error });
  }
}

const Sessions = v.array(v.object({ id: v.string() }));
const Stored = v.object({
  info: v.object({ error: v.optional(v.object({ name: v.string() })) }),
  parts: v.array(v.object({ type: v.string(), text: v.optional(v.string()) })),
});

/** What the panel shows must be an answer that the server keeps, and no error. */
async function checkStored(server: Server, messageId: string): Promise<void> {
  const get = (path: string) =>
    withLimit(10_000, undefined, (signal) => fetch(`${server.url}${path}`, { headers: server.headers, signal }));
  const [newest] = v.parse(Sessions, await (await get("/experimental/session?roots=true&limit=1")).json());
  const response = await get(`/session/${newest?.id}/message/${messageId}`);
  if (!response.ok) throw new Error("The server does not know the answer that the panel shows");
  const { info, parts } = v.parse(Stored, await response.json());
  if (info.error) throw new Error(`The model failed: ${info.error.name}`);
  if (!parts.some((part) => part.type === "text" && part.text?.trim())) throw new Error("The answer is empty");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
}
