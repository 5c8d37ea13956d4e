import { type Accessor, createComputed, createSignal } from "solid-js";

/** A place in a list that outlives the objects shown in it: the same key, one element, ever new values. */
export interface Slot<T> {
  key: string;
  value: Accessor<T>;
}

/**
 * Slots for items that are made anew whenever they change. An item that is the same object as before costs one
 * comparison, and the list itself changes only when items come or go.
 */
export function createSlots<T extends { key: string }>(items: Accessor<readonly T[]>): Accessor<readonly Slot<T>[]> {
  const [slots, setSlots] = createSignal<readonly Slot<T>[]>([]);
  const setters = new WeakMap<Slot<T>, (value: T) => void>();
  let current: readonly Slot<T>[] = [];
  let shown: readonly T[] = [];

  const add = (item: T): Slot<T> => {
    const [value, setValue] = createSignal(item);
    const slot = { key: item.key, value };
    setters.set(slot, (next) => setValue(() => next));
    return slot;
  };

  createComputed(() => {
    const next = items();
    let isSameList = next.length === current.length;
    const nextSlots = next.map((item, i) => {
      const slot = current[i];
      if (slot?.key !== item.key) {
        isSameList = false;
        return add(item);
      }
      if (shown[i] !== item) setters.get(slot)?.(item);
      return slot;
    });
    shown = next;
    if (isSameList) return;
    current = nextSlots;
    setSlots(nextSlots);
  });
  return slots;
}
