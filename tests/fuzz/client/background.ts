import { servePanel } from "../../../lib/bridge/background-port";
import { createHub, type Hub } from "../../../lib/hub/hub";
import type { Surroundings } from "../../../lib/sync/surroundings";
import type { Chance } from "../chance";
import type { SimulatedNetwork } from "../network";
import type { Owner, VirtualTime } from "../virtual-time";
import type { SimulatedPort } from "./port";

/** One life of the background: a real hub, its ports, and what it was waiting for. */
export interface Life {
  owner: Owner;
  hub: Hub;
  ports: Set<SimulatedPort>;
  serve(port: SimulatedPort): void;
}

/** No pages in this world. */
const NO_INBOX = { pending: async () => [], taken: async () => undefined };

export function bringToLife(number: number, time: VirtualTime, network: SimulatedNetwork, chance: Chance): Life {
  const owner: Owner = `background ${number}`;
  time.background = owner;
  const surroundings: Surroundings = {
    fetch: network.fetchFor(owner),
    now: time.clientNow,
    mayReach: async () => true,
    timer: (ms, run) => time.timer(ms, run, owner),
    random: chance.next,
    isOnline: () => network.isOnline,
  };
  const life: Life = {
    owner,
    hub: time.as(owner, () => createHub({ surroundings, onActive: () => undefined, onHostUnused: () => undefined })),
    ports: new Set(),
    serve(port) {
      life.ports.add(port);
      servePanel(port.background, life.hub, surroundings, NO_INBOX);
    },
  };
  return life;
}
