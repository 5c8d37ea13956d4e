import { type Accessor, createContext, createSignal, onCleanup, useContext } from "solid-js";
import { storedReview } from "../../lib/storage/review";

/** CSS pixels from which on two columns of code can be read. */
const WIDE = "(min-width: 900px)";

/** Whether the window is wide enough for diffs side by side. */
export function createWide(): Accessor<boolean> {
  const query = matchMedia(WIDE);
  const [wide, setWide] = createSignal(query.matches);
  const changed = () => setWide(query.matches);
  query.addEventListener("change", changed);
  onCleanup(() => query.removeEventListener("change", changed));
  return wide;
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
