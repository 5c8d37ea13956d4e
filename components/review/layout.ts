import { type Accessor, createContext, createSignal, useContext } from "solid-js";
import { storedReview } from "../../lib/storage/review";
import { createMedia } from "../ui/media";

/**
 * Whether there is room for diffs side by side: two columns of code that can be read.
 * @param isBeside whether a conversation and the sessions have their part of the window
 */
export function createWide(isBeside: Accessor<boolean>): Accessor<boolean> {
  const alone = createMedia("(min-width: 900px)");
  const beside = createMedia("(min-width: 1440px)");
  return () => (isBeside() ? beside() : alone());
}

/** What the user has chosen for wide windows; it outlasts the page. */
export function createSplitChoice(): [split: Accessor<boolean>, choose: (split: boolean) => void] {
  const [split, setSplit] = createSignal(true);
  let isChosen = false;
  void storedReview.load().then(({ value }) => {
    if (!isChosen) setSplit(value.split);
  });
  return [
    split,
    (next) => {
      isChosen = true;
      setSplit(next);
      storedReview
        .save({ split: next })
        .catch((error: unknown) => console.warn("How changes are shown is not kept", error));
    },
  ];
}

const SplitContext = createContext<Accessor<boolean>>(() => false);
export const SplitProvider = SplitContext.Provider;

/** Whether diffs stand side by side. */
export const useSplit = (): Accessor<boolean> => useContext(SplitContext);
