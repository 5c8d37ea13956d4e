/** Who waits for a timer: what dies or sleeps takes its timers along. `server` goes on whatever the client does. */
export type Owner = "server" | "storage" | `background ${number}` | `panel ${number}`;

interface Timer {
  due: number;
  /** Ascends with the moment it was set. */
  number: number;
  owner: Owner;
  run: (() => void) | undefined;
}

/** Time that passes only when it is told to, in milliseconds since the epoch. Timers due at one moment run in the order they were set. */
export class VirtualTime {
  now = 1_795_000_000_000;
  /**
   * The background that lives. It owns what is waited for through the global `setTimeout` and asked of storage, unless `as`
   * says otherwise: of panels only what runs at once when something reaches them is told apart.
   */
  background: Owner = "background 0";
  /** How far the client's clock is from this time, in milliseconds. */
  clockError = 0;
  private acting: Owner | undefined;
  private timers: Timer[] = [];
  private last = 0;
  private readonly gone = new Set<Owner>();
  private awakeAt = 0;
  private readonly nodeTimers = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

  timer(ms: number, run: () => void, owner: Owner): () => void {
    // An answer that comes back to the dead, for one.
    if (this.gone.has(owner)) return () => undefined;
    this.last += 1;
    const timer: Timer = { due: this.now + Math.max(0, ms), number: this.last, owner, run };
    this.insert(timer);
    return () => {
      timer.run = undefined;
    };
  }

  get current(): Owner {
    return this.acting ?? this.background;
  }

  /** Runs `work` as `owner`. */
  as<T>(owner: Owner, work: () => T): T {
    const before = this.acting;
    this.acting = owner;
    try {
      return work();
    } finally {
      this.acting = before;
    }
  }

  /** The owner is no more: nothing it waits for happens, and nothing reaches it. */
  drop(owner: Owner): void {
    this.gone.add(owner);
    for (const timer of this.timers) if (timer.owner === owner) timer.run = undefined;
  }

  /**
   * The device sleeps: nothing but the server goes on. What was due meanwhile is due at its end; where timers stand still, all
   * that is waited for is due as much later as the device slept.
   */
  sleep(ms: number, timers: "go on" | "stand still"): void {
    const before = Math.max(this.awakeAt, this.now);
    this.awakeAt = Math.max(this.awakeAt, this.now + ms);
    if (timers === "go on") return;
    for (const timer of this.timers) if (timer.owner !== "server") timer.due += this.awakeAt - before;
    this.timers.sort((a, b) => a.due - b.due || a.number - b.number);
  }

  /** What the client takes for the time. */
  readonly clientNow = (): number => this.now + this.clockError;

  /** Milliseconds until the device wakes; 0 while it is awake. */
  get asleepFor(): number {
    return Math.max(0, this.awakeAt - this.now);
  }

  count(matches: (owner: Owner) => boolean): number {
    return this.timers.filter((timer) => timer.run && matches(timer.owner)).length;
  }

  /** Lets `ms` pass. After each timer everything that needs no time happens, and `look` is called. */
  async pass(ms: number, look: () => void): Promise<void> {
    const end = this.now + ms;
    await settle();
    look();
    for (let next = this.timers[0]; next && next.due <= end; next = this.timers[0]) {
      this.timers.shift();
      if (!next.run) continue;
      if (next.owner !== "server" && next.due < this.awakeAt) {
        this.insert({ ...next, due: this.awakeAt });
        continue;
      }
      this.now = Math.max(this.now, next.due);
      if (next.owner.startsWith("panel")) this.as(next.owner, next.run);
      else next.run();
      await settle();
      look();
    }
    this.now = end;
  }

  /** Puts this time in place of the global one, for what takes no other (ky's limits, the panel's link). */
  install(): void {
    const cancels = new Map<number, () => void>();
    let last = 0;
    const set = (run: () => void, ms = 0) => {
      last += 1;
      const id = last;
      const owner = this.current;
      cancels.set(
        id,
        this.timer(
          ms,
          () => {
            cancels.delete(id);
            run();
          },
          owner,
        ),
      );
      return id;
    };
    const clear = (id: number | undefined) => {
      cancels.get(id ?? 0)?.();
      cancels.delete(id ?? 0);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  }

  uninstall(): void {
    Object.assign(globalThis, this.nodeTimers);
  }

  private insert(timer: Timer): void {
    let at = this.timers.length;
    for (; at > 0; at--) {
      const before = this.timers[at - 1];
      if (!before || before.due < timer.due || (before.due === timer.due && before.number < timer.number)) break;
    }
    this.timers.splice(at, 0, timer);
  }
}

/** Everything that needs no time has happened when the event loop comes round. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
