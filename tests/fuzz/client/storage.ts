import type { Owner, VirtualTime } from "../virtual-time";

/**
 * An area of a browser's storage: what is asked for takes a little time, and is done even if whoever asked dies meanwhile. It
 * simulates no quota and no failure.
 */
export class SimulatedStorage {
  private data: Record<string, unknown> = {};
  /** What is asked for is done in the order it was asked. */
  private busyUntil = 0;

  constructor(
    private readonly time: VirtualTime,
    private readonly latency: () => number,
  ) {}

  readonly area = {
    get: (keys?: string | string[] | null) =>
      this.later(() => {
        const names = keys == null ? Object.keys(this.data) : [keys].flat();
        return structuredClone(
          Object.fromEntries(names.filter((name) => name in this.data).map((name) => [name, this.data[name]])),
        );
      }),
    set: (items: Record<string, unknown>) => {
      const copy = structuredClone(items);
      return this.later(() => void Object.assign(this.data, copy));
    },
    remove: (keys: string | string[]) =>
      this.later(() => {
        for (const key of [keys].flat()) delete this.data[key];
      }),
  };

  put(items: Record<string, unknown>): void {
    Object.assign(this.data, structuredClone(items));
  }

  read(key: string): unknown {
    return this.data[key];
  }

  private later<T>(work: () => T): Promise<T> {
    const asker = this.time.current;
    this.busyUntil = Math.max(this.busyUntil, this.time.now + this.latency());
    return new Promise((resolve) => {
      this.time.timer(
        this.busyUntil - this.time.now,
        () => {
          const result = work();
          if (this.isAlive(asker)) resolve(result);
        },
        "storage",
      );
    });
  }

  /** The dead get no answers. */
  isAlive: (owner: Owner) => boolean = () => true;
}

/** For `vi.mock("wxt/browser", …)`: the storage of the world that is on. */
export const simulatedBrowser: { storage: Partial<Record<"local" | "session", SimulatedStorage["area"]>> } = {
  storage: {},
};
