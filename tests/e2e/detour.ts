import { once } from "node:events";
import { createServer, request } from "node:http";

/** An HTTP proxy that leads one address to another port of this machine, as long as somebody listens there. */
export interface Detour {
  /** Preferences that send Firefox's requests for the address here, and no others. */
  prefs: Record<string, string | number | boolean>;
  close(): Promise<void>;
}

/** @param address Host and port as they stand in a URL: "127.0.0.1:4096". */
export async function openDetour(address: string, port: number): Promise<Detour> {
  const proxy = createServer((incoming, response) => {
    const { pathname, search } = new URL(incoming.url ?? "/", `http://${address}`);
    const { method, headers } = incoming;
    const onward = request({ host: "127.0.0.1", port, method, headers, path: pathname + search }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.pipe(response);
      answer.once("error", () => response.destroy());
    });
    // To the browser a server that is down is a connection that comes to nothing, not an answer of a proxy.
    onward.once("error", () => response.destroy());
    response.once("close", () => onward.destroy());
    incoming.pipe(onward);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const own = proxy.address();
  if (own === null || typeof own === "string") throw new Error("The detour has no port");
  const route = `function FindProxyForURL(url) {
    return url.startsWith("http://${address}/") ? "PROXY 127.0.0.1:${own.port}" : "DIRECT";
  }`;
  return {
    prefs: {
      "network.proxy.type": 2,
      "network.proxy.autoconfig_url": `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(route)}`,
      "network.proxy.autoconfig_url.include_path": true,
      "network.proxy.allow_hijacking_localhost": true,
    },
    async close() {
      const closed = once(proxy, "close");
      proxy.close();
      proxy.closeAllConnections();
      await closed;
    },
  };
}
