import type { SessionKey } from "../../lib/model";
import { Chance } from "./chance";
import { bringToLife, type Life } from "./client/background";
import { openPanel, type Panel, type SentPrompt } from "./client/panel";
import { simulatePort } from "./client/port";
import { SimulatedStorage, simulatedBrowser } from "./client/storage";
import { SimulatedNetwork } from "./network";
import { DIRECTORIES, SimulatedOpenCode } from "./server/opencode";
import { type Block, promptText } from "./server/turn";
import { VirtualTime } from "./virtual-time";

export const SERVER = "server";
const PANELS = 2;
/** Silence after which nobody may say that a stream is connected: 2.5 heartbeats, and a moment for the timers. */
const SILENCE = 25_000 + 100;
/** Between two looks at the clock, and a moment for the timers: so much later a clock that was set right lets it be noticed. */
const LOOK = 5_000 + 100;
/** A sleep that is long enough to be noticed by it. */
const LONG_SLEEP = 20_000;
/** A stream as young as this may stay when the network is back. */
const YOUNG = 1_000;

export interface Beginning {
  seed: number;
  /** How far the server's clock is ahead, in milliseconds. */
  clockOffset: number;
  /** Turns that each of the first two sessions has had. */
  turns: number;
}

/** A server, a network, a background that may die and up to two panels, in a time of their own. */
export class World {
  readonly time = new VirtualTime();
  readonly chance: Chance;
  readonly server: SimulatedOpenCode;
  readonly network: SimulatedNetwork;
  readonly panels: (Panel | undefined)[] = Array.from({ length: PANELS }, () => undefined);
  readonly prompts: SentPrompt[] = [];
  /** Sessions that the user has deleted and not taken back. */
  readonly unwanted = new Set<SessionKey>();
  /** What should never be, in the order it was seen. */
  readonly surprises: string[] = [];
  life: Life | undefined;
  private lives = 0;
  private opened = 0;
  private wokeAt = 0;
  private connectedSince = 0;
  private onlineSince = 0;
  private clockSetAt = 0;
  /** When the device woke up, if it slept for long. */
  private restedAt = 0;

  constructor({ seed, clockOffset, turns }: Beginning) {
    this.chance = new Chance(seed);
    this.server = new SimulatedOpenCode(this.time, new Chance(seed + 1), clockOffset);
    this.network = new SimulatedNetwork(this.time, this.chance, this.server);
    const [local, session] = [this.createStorage(), this.createStorage()];
    simulatedBrowser.storage = { local: local.area, session: session.area };
    local.put({
      profiles: {
        v: 1,
        data: [{ id: SERVER, name: "Local", url: "http://127.0.0.1:4096", headers: [], enabled: true }],
      },
    });
    for (const directory of DIRECTORIES) this.fill(this.server.createSession(directory).id, turns);
    this.time.now += 60_000;
  }

  private createStorage(): SimulatedStorage {
    const storage = new SimulatedStorage(this.time, () => this.chance.between(0, 5));
    storage.isAlive = (owner) => owner === this.life?.owner;
    return storage;
  }

  /** A history of turns, each of a prompt and an answer. */
  private fill(sessionId: string, turns: number): void {
    for (let turn = 0; turn < turns; turn++) {
      for (const role of ["user", "assistant"] as const) {
        this.time.now += 1;
        const [id, created] = [this.server.id("msg"), this.server.now()];
        const part = {
          id: this.server.id("prt"),
          sessionID: sessionId,
          messageID: id,
          type: "text",
          text: `${role} ${turn}`,
        };
        this.server.db.insert({
          info: { id, sessionID: sessionId, role, time: { created, completed: created } },
          parts: [part],
        });
        if (role === "user") this.server.begun.set(id, 1);
      }
    }
  }

  pass = (ms: number): Promise<void> => this.time.pass(ms, () => this.look());

  // The client

  openPanel(at: number): void {
    if (this.panels[at]) return;
    this.opened += 1;
    const number = this.opened;
    this.panels[at] = openPanel({
      number,
      time: this.time,
      connect: () => {
        const life = this.wake();
        const port = simulatePort(this.time, `panel ${number}`, life.owner, () => this.chance.between(0, 3));
        this.time.as(life.owner, () => life.serve(port));
        return port;
      },
      onSurprise: (what) => this.surprise(what),
    });
  }

  closePanel(at: number): void {
    this.panels[at]?.close();
    this.panels[at] = undefined;
  }

  /** The background, brought to life if it is dead. */
  private wake(): Life {
    if (!this.life) {
      this.lives += 1;
      this.life = bringToLife(this.lives, this.time, this.network, this.chance);
    }
    return this.life;
  }

  die(): void {
    const { life } = this;
    if (!life) return;
    this.life = undefined;
    this.time.drop(life.owner);
    this.network.forget(life.owner);
    for (const port of life.ports) port.end("background");
  }

  send(panel: Panel, key: SessionKey, blocks: readonly Block[], queue?: true): void {
    const prompt: SentPrompt = { key, text: promptText(this.prompts.length + 1, blocks), fate: "calling" };
    if (queue) prompt.queue = queue;
    this.prompts.push(prompt);
    panel.send(prompt);
  }

  // What happens to it

  setOnline(isOnline: boolean): void {
    const wasOnline = this.network.isOnline;
    this.network.isOnline = isOnline;
    if (isOnline && !wasOnline) {
      this.onlineSince = this.time.now;
      this.life?.hub.renew();
    } else if (isOnline) this.life?.hub.wake();
    else this.network.cutStreams(this.chance.isHit(0.5) ? "cut" : "stall");
  }

  sleep(ms: number, how: "keep" | "cut" | "stall", timers: "go on" | "stand still"): void {
    if (how !== "keep") this.network.cutStreams(how);
    this.time.sleep(ms, timers);
    this.wokeAt = this.time.now + this.time.asleepFor;
    if (this.time.asleepFor > LONG_SLEEP) this.restedAt = this.wokeAt;
  }

  setClock(by: number): void {
    this.time.clockError += by;
    this.clockSetAt = this.time.now;
  }

  killServer(downFor: number, bootsFor: number): void {
    this.server.kill();
    this.network.server = "down";
    this.network.cutStreams("cut");
    const become = (state: SimulatedNetwork["server"]) => () => {
      this.network.server = state;
    };
    this.time.timer(downFor, become("booting"), "server");
    this.time.timer(downFor + bootsFor, become("up"), "server");
  }

  // What must always be so

  private look(): void {
    const connection = this.life?.hub.state.servers[SERVER]?.connection;
    if (connection?.status !== "connected") {
      this.connectedSince = this.time.now;
      return;
    }
    if (this.time.asleepFor > 0) return;
    const silent = this.time.now - Math.max(this.network.lastBytes, this.wokeAt, this.connectedSince);
    const limit = this.time.now - this.clockSetAt > 2 * SILENCE ? SILENCE : SILENCE + LOOK;
    if (silent > limit) this.surprise(`connected after ${silent} ms of silence`);
    const isFrom = (before: number) => this.connectedSince < before;
    if (isFrom(this.restedAt) && this.time.now - this.restedAt > LOOK && this.clockSetAt < this.restedAt - 600_000)
      this.surprise("connected by a stream from before a sleep");
    if (isFrom(this.onlineSince - YOUNG) && this.time.now - this.onlineSince > 100)
      this.surprise("connected by a stream from before the network was away");
  }

  surprise(what: string): void {
    if (!this.surprises.includes(what)) this.surprises.push(what);
  }
}
