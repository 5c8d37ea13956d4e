import type { Schedule } from "./commands";
import { problems } from "./invariants";
import { perform } from "./perform";
import { SERVER, World } from "./world";

/** Longer than every wait in the program: limits of requests, the watchdog, the longest backoff, all tried twice. */
const DUST = 150_000;
/** For a panel that looks once everything is at rest. */
const LOOK = 40_000;

/**
 * Lets a schedule happen, lets the dust settle, and says what is wrong then.
 *
 * @returns sentences; none when all is well
 */
export async function run({ commands, ...beginning }: Schedule): Promise<string[]> {
  const world = new World(beginning);
  const restore = world.chance.install();
  world.time.install();
  const onRejection = (error: unknown) =>
    world.surprise(`nobody caught: ${error instanceof Error ? error.stack : error}`);
  process.on("unhandledRejection", onRejection);
  try {
    for (const command of commands) {
      await perform(world, command);
      await world.pass(world.chance.between(0, 50));
    }
    return await settle(world);
  } finally {
    process.off("unhandledRejection", onRejection);
    world.time.uninstall();
    restore();
  }
}

async function settle(world: World): Promise<string[]> {
  const { network } = world;
  network.heal();
  world.setOnline(true);
  await world.pass(world.time.asleepFor + DUST);
  const found = await refused(world);
  found.push(...(await mended(world)));
  found.push(...(await asleep(world)));

  world.openPanel(0);
  for (const panel of world.panels) panel?.setVisible(true);
  await world.pass(LOOK);
  for (const panel of world.panels) {
    if (!panel || panel.onShow()) continue;
    const session = Object.keys(panel.state.servers[SERVER]?.sessions ?? {})[0];
    const waiting = panel.state.outbox[0]?.key;
    if (waiting ?? session) panel.show(waiting ?? `${SERVER}/${session}`);
  }
  await world.pass(LOOK);
  return [...world.surprises, ...found, ...problems(world)];
}

/** A refused password stays refused until the user has done something; then it is as if nothing had been. */
async function refused(world: World): Promise<string[]> {
  const { network } = world;
  const found: string[] = [];
  const connection = () => world.life?.hub.state.servers[SERVER]?.connection;
  const now = connection();
  if (network.password !== undefined && world.panels.some(Boolean) && now) {
    const isRight = now.status === "failed" && now.fault.kind === "refused-credentials";
    if (!isRight) found.push(`with a wrong password the connection is ${JSON.stringify(now)}`);
  }
  network.password = undefined;
  for (const panel of world.panels) {
    if (connection()?.status === "failed") panel?.background.retryServer(SERVER).catch(() => undefined);
  }
  await world.pass(LOOK);
  return found;
}

/** A folder in trouble keeps nobody from the rest, and is as if nothing had been once it is mended. */
async function mended(world: World): Promise<string[]> {
  const { troubles } = world.network;
  if (troubles.size === 0) return [];
  const held = world.life?.hub.state.servers[SERVER];
  const isWanted = world.panels.some(Boolean);
  const found =
    isWanted && held && (held.connection.status !== "connected" || !held.fresh)
      ? [`a folder in trouble leaves the connection ${JSON.stringify(held.connection)}, fresh: ${held.fresh}`]
      : [];
  troubles.clear();
  await world.pass(DUST);
  return found;
}

/** With no panel and nothing that runs there is no stream and no timer. */
async function asleep(world: World): Promise<string[]> {
  const { life, time, panels } = world;
  if (!life || panels.some(Boolean)) return [];
  const held = life.hub.state.servers[SERVER];
  const isBusy =
    [...world.server.statuses.values()].length + world.server.permissions.size + world.server.questions.size > 0;
  if (isBusy) return [];
  const status = held?.connection.status;
  const found =
    status === "asleep" || status === "failed"
      ? []
      : [`nobody looks and nothing runs, but the connection is ${status}`];
  const timers = time.count((owner) => owner === life.owner);
  if (timers > 0) found.push(`${timers} timers are left while asleep`);
  return found;
}
