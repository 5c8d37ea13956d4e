import type { ServiceCalls } from "../bridge/calls/services";
import type { Reach } from "./reach";

/** Asks servers for what works beside them, and has it start and stop. Nothing of it is kept. */
export function createServices({ connected }: Pick<Reach, "connected">): ServiceCalls {
  return {
    services: async (server, directory) => (await connected(server)).client.services(directory),
    setMcp: async (server, directory, name, on) => (await connected(server)).client.setMcp(directory, name, on),
    signInMcp: async (server, directory, name) => (await connected(server)).client.signInMcp(directory, name),
    beginSignIn: async (server, directory, name) => (await connected(server)).client.beginSignIn(directory, name),
    async finishSignIn(server, directory, name, code) {
      await (await connected(server)).client.finishSignIn(directory, name, code);
    },
  };
}
