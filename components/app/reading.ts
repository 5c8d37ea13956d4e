import { type Accessor, createSignal, onCleanup } from "solid-js";
import { type ReadingChoices, storedReading } from "../../lib/storage/reading";

/** How the user reads conversations, over storage. */
export interface Reading {
  choices: Accessor<ReadingChoices>;
  /** Changes it, here at once, and in every other panel. @throws StorageFullError and the like when that was not stored */
  choose(choices: ReadingChoices): Promise<void>;
}

export function createReading(): Reading {
  const [choices, setChoices] = createSignal(storedReading.empty());
  void storedReading.load().then(({ value }) => setChoices(value));
  onCleanup(storedReading.onChange(setChoices));
  return {
    choices,
    choose(next) {
      setChoices(next);
      return storedReading.save(next);
    },
  };
}
