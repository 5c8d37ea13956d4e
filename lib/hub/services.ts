import type { ServiceCalls } from "../bridge/calls/services";
import type { Reach } from "./reach";

/** Asks servers for what works beside them, and has it start and stop. Nothing of it is kept. */
export function createServices({ connected }: Pick<Reach, "connected">): ServiceCalls {
  return {
    services: async (server, directory) => (await connected(server)).client.services(directory),
    setMcp: async (server, directory, name, on) => (await connected(server)).client.setMcp(directory, name, on),
    signInMcp: async (server, directory, name) => (await connected(server)).client.signInMcp(directory, name),
    beginServiceSignIn: async (server, directory, name) =>
      (await connected(server)).client.beginServiceSignIn(directory, name),
    async finishServiceSignIn(server, directory, name, code) {
      await (await connected(server)).client.finishServiceSignIn(directory, name, code);
    },
  };
}
