import { type Accessor, createSignal, onCleanup } from "solid-js";

const SHOWN_MS = 2_000;

/** Puts a text on the clipboard; `outcome` says how it went for the two seconds after. */
export function createCopying(text: Accessor<string>): {
  outcome: Accessor<"" | "Copied" | "Not copied">;
  copy(): Promise<void>;
} {
  const [outcome, setOutcome] = createSignal<"" | "Copied" | "Not copied">("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  return {
    outcome,
    async copy() {
      try {
        await navigator.clipboard.writeText(text());
        setOutcome("Copied");
      } catch {
        // Refused by a policy or without focus: the text stays there to be selected by hand.
        setOutcome("Not copied");
      }
      clearTimeout(timer);
      timer = setTimeout(() => setOutcome(""), SHOWN_MS);
    },
  };
}
