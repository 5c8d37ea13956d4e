import { type Accessor, createEffect, createSignal, on } from "solid-js";
import { attachmentFiles } from "../../../lib/storage/attachments";
import { type PastPrompt, promptHistory } from "../../../lib/storage/prompt-history";
import { begin, type CalledBack, step, type Walk, walks, withStored } from "./walk";

/** Past prompts in the place of what is being written, which stays in the draft meanwhile. */
export interface Recall {
  /** `undefined` while nothing is called back. */
  shown: Accessor<CalledBack | undefined>;
  /** Whether the key was one of a walk. */
  onKeyDown(event: KeyboardEvent, area: HTMLTextAreaElement): boolean;
  /** Back to what is being written. */
  leave(): void;
  /** Keeps a prompt that was sent, or one that another takes the place of. */
  keep(prompt: PastPrompt): void;
}

/** @param written what is in the draft; whenever that changes, it is what is shown */
export function createRecall(written: Accessor<string>): Recall {
  const [walk, setWalk] = createSignal<Walk>();
  const leave = (): void => void setWalk(undefined);
  createEffect(on(written, leave, { defer: true }));

  function show(next: Walk | undefined, area: HTMLTextAreaElement, caret: "start" | "end"): void {
    setWalk(next);
    const at = caret === "start" ? 0 : area.value.length;
    area.setSelectionRange(at, at);
  }

  async function start(area: HTMLTextAreaElement): Promise<void> {
    const text = written();
    const prompts = await pastPrompts();
    // What was typed while they were read counts.
    const isLeft = area.selectionStart !== 0 || written() !== text || walk() !== undefined;
    const first = isLeft ? undefined : begin(prompts, text);
    if (first) show(first, area, "start");
  }

  return {
    shown: () => {
      const now = walk();
      return now?.prompts[now.at];
    },
    onKeyDown(event, area) {
      const now = walk();
      if (now && event.key === "Escape" && !event.isComposing) {
        event.preventDefault();
        event.stopPropagation();
        leave();
        return true;
      }
      const key = walks(event, area);
      if (!key || (!now && key === "ArrowDown")) return false;
      event.preventDefault();
      if (now) show(step(now, key), area, key === "ArrowUp" ? "start" : "end");
      else void start(area);
      return true;
    },
    leave,
    keep(prompt) {
      promptHistory
        .add(prompt)
        .catch((error: unknown) => console.warn("A prompt was not kept to be called back", error));
    },
  };
}

async function pastPrompts(): Promise<CalledBack[]> {
  const prompts = await promptHistory.load();
  if (prompts.every(({ attachments }) => !attachments)) return prompts;
  // Without them the words are there all the same.
  const stored = await attachmentFiles.ids().catch(() => new Set<string>());
  return prompts.map((prompt) => withStored(prompt, stored));
}
