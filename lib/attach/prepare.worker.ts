import { prepare } from "./prepare";
import type { Outcome } from "./prepare-aside";

async function outcomeOf(file: Blob): Promise<Outcome> {
  try {
    return { prepared: await prepare(file) };
  } catch (error) {
    return { error: String(error) };
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Blob>) => {
  void outcomeOf(data).then((outcome) => {
    const transfer = "error" in outcome || typeof outcome.prepared === "string" ? [] : [outcome.prepared.bytes.buffer];
    self.postMessage(outcome, { transfer });
  });
});
