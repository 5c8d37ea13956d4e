import type { ServiceCalls } from "../bridge/calls/services";
import type { Resource } from "../opencode/services";
import { cleanLine } from "../page/clean";
import type { Reach } from "./reach";

/** Resources handed to a panel: more than anyone looks through. */
const MOST = 500;
/** UTF-16 units of a name or an address; what is longer is none that anyone could tell apart. */
const LONGEST = 300;

/** By names that can stand in a text, each once: where several are called the same, by their servers and addresses as well. */
function named(resources: readonly Resource[]): Resource[] {
  const fit = resources.filter(({ uri, client }) => uri === cleanLine(uri, 2_000) && client.length <= LONGEST);
  const cleaned = fit.slice(0, MOST).map(({ name, uri, client, description }) => ({
    name: cleanLine(name, LONGEST) || uri,
    uri,
    client,
    ...(description === undefined ? {} : { description: cleanLine(description, LONGEST) }),
  }));
  return apart(
    apart(cleaned, ({ client, name }) => `${client}/${name}`),
    ({ client, uri }) => `${client}/${uri}`,
  );
}

/** The same with other names for those that are called like others. */
function apart(resources: readonly Resource[], rename: (resource: Resource) => string): Resource[] {
  const counts = new Map<string, number>();
  for (const { name } of resources) counts.set(name, (counts.get(name) ?? 0) + 1);
  return resources.map((one) => (counts.get(one.name) === 1 ? one : { ...one, name: rename(one) }));
}

/** Asks servers for what works beside them, and has it start and stop. Nothing of it is kept. */
export function createServices({ connected }: Pick<Reach, "connected">): ServiceCalls {
  return {
    services: async (server, directory) => (await connected(server)).client.services(directory),
    resources: async (server, directory) => named(await (await connected(server)).client.resources(directory)),
    setMcp: async (server, directory, name, on) => (await connected(server)).client.setMcp(directory, name, on),
    signInMcp: async (server, directory, name) => (await connected(server)).client.signInMcp(directory, name),
    beginServiceSignIn: async (server, directory, name) =>
      (await connected(server)).client.beginServiceSignIn(directory, name),
    async finishServiceSignIn(server, directory, name, code) {
      await (await connected(server)).client.finishServiceSignIn(directory, name, code);
    },
  };
}
