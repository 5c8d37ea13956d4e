import type { Chance } from "../chance";
import type { VirtualTime } from "../virtual-time";

/** One reader of the stream. */
export interface Subscriber {
  write(text: string): void;
}

const HEARTBEAT = 10_000;
/** Events that the server stores: each is told a second time in another form. */
const STORED = /^(session\.(created|updated|deleted)|message\.)/;

/**
 * `GET /global/event` [all measured on 1.18.33]: `server.connected` comes 25 to 100 ms before the subscription is live, a
 * heartbeat every 10 s, events in bursts, most of them twice.
 */
export class EventStream {
  private readonly live = new Set<Subscriber>();
  private waiting = "";
  private lastId = 0;

  constructor(
    private readonly time: VirtualTime,
    private readonly chance: Chance,
  ) {}

  open(subscriber: Subscriber): () => void {
    subscriber.write(this.line({ type: "server.connected", properties: {} }));
    let stopBeating = (): void => undefined;
    const stop = this.time.timer(
      this.chance.between(25, 100),
      () => {
        // What waits to be flushed happened before.
        this.flush();
        this.live.add(subscriber);
      },
      "server",
    );
    const beat = () => {
      stopBeating = this.time.timer(
        HEARTBEAT,
        () => {
          subscriber.write(this.line({ type: "server.heartbeat", properties: {} }));
          beat();
        },
        "server",
      );
    };
    beat();
    return () => {
      stop();
      stopBeating();
      this.live.delete(subscriber);
    };
  }

  emit(directory: string, type: string, properties: unknown): void {
    if (this.waiting === "") this.time.timer(this.chance.between(0, 40), () => this.flush(), "server");
    this.waiting += this.line({ type, properties }, directory);
    if (STORED.test(type)) {
      this.waiting += this.line({ type: "sync", properties: { name: `${type}.1`, data: properties } }, directory);
    }
  }

  /** The process is gone, and with it what was not yet sent. */
  forget(): void {
    this.waiting = "";
  }

  private flush(): void {
    const text = this.waiting;
    this.waiting = "";
    if (text !== "") for (const subscriber of this.live) subscriber.write(text);
  }

  private line(payload: object, directory?: string): string {
    this.lastId += 1;
    return `data: ${JSON.stringify({ directory, payload: { id: `evt_${this.lastId}`, ...payload } })}\n\n`;
  }
}
