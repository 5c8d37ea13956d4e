import type { Prepared, Refusal } from "./prepare";
import PrepareThread from "./prepare.worker?worker";

export type Outcome = { prepared: Prepared | Refusal } | { error: string };

/** As `prepare`, in a thread of its own: a large picture takes seconds, in which the user goes on writing. */
export function prepareAside(file: Blob): Promise<Prepared | Refusal> {
  const thread = new PrepareThread({ name: "prepare" });
  const prepared = new Promise<Prepared | Refusal>((resolve, reject) => {
    thread.addEventListener("message", ({ data }: MessageEvent<Outcome>) => {
      if ("error" in data) reject(new Error(data.error));
      else resolve(data.prepared);
    });
    thread.addEventListener("error", ({ message }) => reject(new Error(message)));
    thread.postMessage(file);
  });
  return prepared.finally(() => thread.terminate());
}
