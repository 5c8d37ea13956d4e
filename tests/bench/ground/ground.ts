import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Step } from "../../../tools/model/steps";
import { text } from "../../../tools/model/steps";
import type { Steps } from "../../../tools/model/stream";
import { findBinary } from "../../../tools/opencode/binary";
import { isolatedEnvironment } from "../../../tools/opencode/environment";
import { createStage, type Stage } from "../../e2e/stage";
import { importSession } from "../../support/long-session";
import { until } from "../../support/until";
import { closing } from "../measure/closing";
import { answer, endOf } from "./words";

/** A session of the server's. */
export interface Seeded {
  id: string;
  title: string;
  directory: string;
  /** The last word of its last answer. */
  end: string;
}

/** One real server with a scripted model, and the sessions that both sides open. */
export interface Ground {
  stage: Stage;
  /** A session of this many messages; the last answer has so many characters. Made once, by `opencode import`. */
  session(messages: number, last?: number): Promise<Seeded>;
  /** An empty session, whose answer will end with `end`. */
  empty(name: string): Promise<Seeded>;
  /** As many of them, each ten minutes older than the one before, put into the server's database by its own `opencode db`. */
  empties(count: number): Promise<void>;
  /** Sends a prompt behind everybody's back, which is answered so; resolves when the server has the whole answer. */
  answer(session: Seeded, steps: AsyncIterable<Step>): Promise<void>;
  /**
   * The same by a turn of many requests: `next` tells how each is answered, and ends the turn by nothing; each but the last has
   * to end with a call of a tool.
   */
  work(session: Seeded, next: () => AsyncIterable<Step> | undefined): Promise<void>;
  close(): Promise<void>;
}

/** Characters of an ordinary answer: one section. */
const ORDINARY = 500;

export async function createGround(): Promise<Ground> {
  /** By the word that stands for one in its prompt: what tells how the next request of a turn is answered. */
  const orders = new Map<string, () => Steps>();
  let count = 0;
  let made = 0;
  const stage = await createStage({
    script: ({ prompt }) => {
      const order = /order-\d+/.exec(prompt)?.[0] ?? "";
      return orders.get(order)?.() ?? [text("Hello.")];
    },
  });
  const { directory } = stage.workspace;
  const seeded = new Map<string, Promise<Seeded>>();

  async function patch(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${stage.server.url}${path}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`PATCH ${path}: ${response.status}`);
  }

  async function seed(messages: number, last: number): Promise<Seeded> {
    const title = `m${messages}c${last}`;
    const { id } = await importSession(stage.workspace, messages, (index) => {
      if (index % 2 === 0) return `Question ${index + 1}?`;
      return answer(`${title}-${index + 1}`, index === messages - 1 ? last : ORDINARY);
    });
    await patch(`/session/${id}`, { title });
    return { id, title, directory, end: endOf(`${title}-${messages}`) };
  }

  async function empty(name: string): Promise<Seeded> {
    const title = `${name}-${count++}`;
    const { id } = (await stage.post("/session", { title })) as { id: string };
    return { id, title, directory, end: endOf(title) };
  }

  // The first turn of all takes the server seconds, which are nobody's.
  const first = await empty("first");
  await stage.prompt(first.id, "Hello?");
  await stage.finalTexts(first.id);

  /** Sends a prompt whose requests are answered by `respond` until that has called `end`; resolves when the turn is over. */
  async function turn({ id }: Seeded, respond: (end: () => void) => Steps): Promise<void> {
    const order = `order-${count++}`;
    const sent = new Promise<void>((resolve) => {
      const end = () => {
        orders.delete(order);
        resolve();
      };
      orders.set(order, () => respond(end));
    });
    await stage.prompt(id, `Please answer ${order}.`);
    await sent;
    const isOver = async () => !(id in ((await stage.get("/session/status")) as object));
    await until(isOver, "The end of an answer", { timeout: 120_000, interval: 100 });
  }

  return {
    stage,
    session(messages, last = ORDINARY) {
      const key = `${messages}/${last}`;
      const known = seeded.get(key) ?? seed(messages, last);
      seeded.set(key, known);
      return known;
    },
    empty,
    async empties(wanted) {
      // The server itself takes some 10 ms for each.
      const sql = copies(first.id, made, wanted);
      const binary = await findBinary();
      const env = isolatedEnvironment({ home: stage.workspace.home });
      await promisify(execFile)(binary.path, ["db", sql], { cwd: directory, env });
      made += wanted;
    },
    answer: (session, steps) => turn(session, (end) => whole(steps, end)),
    work: (session, next) =>
      turn(session, (end) => {
        const round = next();
        if (round) return round;
        end();
        return [text(session.end)];
      }),
    close: closing(() => stage.close()),
  };
}

/** SQL that copies a session's row, with ids, titles and times of their own. */
function copies(id: string, from: number, count: number): string {
  const columns = "id, project_id, slug, directory, path, title, version, time_created, time_updated";
  return `WITH RECURSIVE n(i) AS (SELECT ${from + 1} UNION ALL SELECT i + 1 FROM n WHERE i < ${from + count})
    INSERT INTO session (${columns})
    SELECT substr(id, 1, 16) || printf('%014d', i), project_id, slug, directory, path, 'Session ' || i, version,
      time_created - i * 600000, time_updated - i * 600000
    FROM n, session WHERE id = '${id}'`;
}

async function* whole(steps: AsyncIterable<Step>, onEnd: () => void): AsyncGenerator<Step> {
  yield* steps;
  onEnd();
}
