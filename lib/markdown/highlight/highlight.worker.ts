import type { HighlightRequest, HighlightResponse } from "./protocol";
import { createTokeniser } from "./tokenise";

type Job = Extract<HighlightRequest, { id: number }>;

const tokeniser = createTokeniser();
const jobs = new Map<number, Job>();
let isRunning = false;

const post = (response: HighlightResponse): void => self.postMessage(response);

async function run(job: Job): Promise<void> {
  try {
    const result = await tokeniser.tokenise(job.text, job.language, job.after);
    post(result ? { id: job.id, ...result } : { id: job.id, lost: true });
  } catch (error) {
    post({ id: job.id, error: String(error) });
  }
}

/** One job at a time, so that one that is cancelled while it waits is never begun. */
async function drain(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  for (let next = jobs.values().next(); !next.done; next = jobs.values().next()) {
    jobs.delete(next.value.id);
    await run(next.value);
    // Lets messages in: a cancellation is one.
    await new Promise((resolve) => setTimeout(resolve));
  }
  isRunning = false;
}

self.addEventListener("message", ({ data }: MessageEvent<HighlightRequest>) => {
  if ("cancel" in data) jobs.delete(data.cancel);
  else {
    jobs.set(data.id, data);
    void drain();
  }
});
