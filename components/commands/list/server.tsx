import type { PanelBackground } from "../../../lib/bridge/background";
import type { Server } from "../../../lib/model";
import { requestHost } from "../../../lib/platform/hosts";
import type { View } from "../../app/context";
import { Activity, Boxes, KeyRound, Pencil, Plug, RefreshCw, Stethoscope, Trash, Unplug } from "../../ui/icons";
import type { Command } from "../command";

export interface ServerSubject {
  server: Server;
  /** Which one, where there are several. */
  note: string | undefined;
  background: PanelBackground;
  /** Where one is, and comes back to. */
  here(): View;
  go(view: View): void;
  run(call: () => Promise<unknown>): void;
  /** Asks before it is done. */
  remove(): void;
}

const isConnected = ({ server }: ServerSubject) => server.connection.status === "connected";
const needsHost = ({ connection }: Server) =>
  connection.status === "failed" && connection.fault.kind === "host-permission-missing";

/** What can be done about a server and the connection to it. */
export const server: readonly Command<ServerSubject>[] = [
  {
    id: "server.retry",
    name: "Reconnect, or allow access",
    group: "Servers",
    offer({ server, note, background, run }) {
      if (!["reconnecting", "offline", "failed"].includes(server.connection.status)) return undefined;
      const retry = () => background.retryServer(server.id);
      const base = { note, of: server.id, icon: () => <RefreshCw /> };
      if (!needsHost(server)) return { ...base, label: "Reconnect now", run: () => run(retry) };
      return {
        ...base,
        label: "Allow access",
        fullLabel: "Allow access to the server",
        atOnce: true,
        // First in the handler: browsers ask only as part of a click.
        run: () => run(() => requestHost(server.profile.url).then((granted) => (granted ? retry() : undefined))),
      };
    },
  },
  {
    id: "server.connect",
    name: "Connect or disconnect the server",
    group: "Servers",
    offer: ({ server, note, background, run }) =>
      server.connection.status === "disconnected"
        ? {
            label: "Connect",
            fullLabel: "Connect the server",
            note,
            of: server.id,
            icon: () => <Plug />,
            run: () => run(() => background.connectServer(server.id)),
          }
        : {
            label: "Disconnect",
            fullLabel: "Disconnect the server",
            note,
            of: server.id,
            icon: () => <Unplug />,
            run: () => run(() => background.disconnectServer(server.id)),
          },
  },
  {
    id: "server.edit",
    name: "Edit the server",
    group: "Servers",
    offer: ({ server, note, go }) => ({
      label: "Edit",
      fullLabel: "Edit the server",
      note,
      of: server.id,
      icon: () => <Pencil />,
      run: () => go({ screen: "server", id: server.id }),
    }),
  },
  {
    id: "server.providers",
    name: "The server’s model providers",
    group: "Servers",
    offer: (subject) =>
      isConnected(subject)
        ? {
            label: "Providers",
            fullLabel: "Model providers",
            note: subject.note,
            of: subject.server.id,
            icon: () => <KeyRound />,
            run: () => subject.go({ screen: "providers", place: { server: subject.server.id }, back: subject.here() }),
          }
        : undefined,
  },
  {
    id: "server.details",
    name: "The server’s connection details",
    group: "Servers",
    offer: ({ server, note, go }) => ({
      label: "Connection details",
      note,
      of: server.id,
      icon: () => <Activity />,
      run: () => go({ screen: "settings", show: { server: server.id, part: "details" } }),
    }),
  },
  {
    id: "server.services",
    name: "The server’s tools and services",
    group: "Servers",
    offer: (subject) =>
      isConnected(subject)
        ? {
            label: "Tools and services",
            note: subject.note,
            of: subject.server.id,
            icon: () => <Boxes />,
            run: () => subject.go({ screen: "settings", show: { server: subject.server.id, part: "services" } }),
          }
        : undefined,
  },
  {
    id: "server.remove",
    name: "Remove the server",
    group: "Servers",
    offer: ({ server, note, remove }) => ({
      label: "Remove…",
      fullLabel: "Remove the server…",
      note,
      of: server.id,
      icon: () => <Trash />,
      danger: true,
      run: remove,
    }),
  },
];

/** What can be done with the form of a server. */
export const serverForm: readonly Command<{ test(): void; busy: boolean }>[] = [
  {
    id: "server.test",
    name: "Test the connection that is being entered",
    group: "Servers",
    offer: ({ test, busy }) => ({
      label: "Test connection",
      icon: () => <Stethoscope />,
      disabled: busy ? "A test is under way" : undefined,
      atOnce: true,
      run: test,
    }),
  },
];
