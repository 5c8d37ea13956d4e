import { type Accessor, createSignal, onCleanup } from "solid-js";
import { type Action, createAction } from "./action";

export interface Loaded<T> {
  /** What came last; it stays while newer is on its way. */
  value: Accessor<T | undefined>;
  /** How often something has come. */
  count: Accessor<number>;
  /** Again until nothing has changed meanwhile, which may not be in what came. */
  load: Action<[]>;
  /** Forgets what has come, and what is on its way. */
  drop(): void;
}

/** @param version another one when what is loaded may have changed */
export function createLoaded<T>(version: Accessor<unknown>, fetch: () => Promise<T>): Loaded<T> {
  const [held, setHeld] = createSignal<{ value: T }>();
  const [count, setCount] = createSignal(0);
  /** One more each time everything is forgotten. */
  let age = 0;
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });
  const load = createAction(async () => {
    for (;;) {
      const [seen, own] = [version(), age];
      const value = await fetch();
      if (isGone) return;
      if (own === age) {
        setHeld({ value });
        setCount((times) => times + 1);
        if (seen === version()) return;
      }
    }
  });
  return {
    value: () => held()?.value,
    count,
    load,
    drop() {
      age++;
      setHeld(undefined);
    },
  };
}
