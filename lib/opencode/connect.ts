import * as v from "valibot";
import { FaultError, type ServerInfo } from "../model";
import { V1_CAPABILITIES } from "./capabilities";
import type { OpenCodeClient } from "./client";
import { createHttp, type Endpoint, type Http, type HttpSurroundings } from "./http";
import { createV1Client } from "./v1/client";
import { Health, InfoV2, Path } from "./v1/schema";

/** The oldest version the V1 routes are known to work on. */
const OLDEST = [1, 18] as const;

/**
 * Finds out what answers at an endpoint and gives the client that speaks its protocol. Judges by the JSON's shape: a V1
 * server answers any path with 200 and a web page.
 *
 * @throws FaultError `not-opencode`, `version-too-old`, `version-unsupported`, or whatever kept it from answering
 */
export async function connectClient(
  endpoint: Endpoint,
  surroundings: HttpSurroundings,
  onSkipped: (kind: string) => void,
  signal?: AbortSignal,
): Promise<OpenCodeClient> {
  const http = createHttp(endpoint, surroundings);
  // Beside the probe: whoever opens a session waits for both. What it says counts only if the server is one of ours.
  const asked = http.get("/path", { signal }).then(
    ({ body }) => ({ body }),
    (error: unknown) => ({ error }),
  );
  const version = await probe(http, signal);
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major >= 2) throw new FaultError({ kind: "version-unsupported", detail: version });
  if (major < OLDEST[0] || minor < OLDEST[1]) throw new FaultError({ kind: "version-too-old", detail: version });
  const answer = await asked;
  if ("error" in answer) throw answer.error;
  const path = v.safeParse(Path, answer.body);
  const info: ServerInfo = { version, protocol: "v1", capabilities: V1_CAPABILITIES };
  if (path.success) info.directory = path.output.directory;
  return createV1Client(http, info, onSkipped);
}

async function probe(http: Http, signal: AbortSignal | undefined): Promise<string> {
  let refusal: unknown;
  try {
    const health = v.safeParse(Health, (await http.get("/global/health", { signal })).body);
    if (health.success) return health.output.version;
  } catch (error) {
    if (!mayBeV2(error)) throw error;
    refusal = error;
  }
  for (const path of ["/api/info", "/api/health"]) {
    try {
      const info = v.safeParse(InfoV2, (await http.get(path, { signal })).body);
      if (info.success) return info.output.version;
    } catch (error) {
      if (!mayBeV2(error)) throw error;
    }
  }
  throw refusal instanceof FaultError && refusal.fault.kind !== "not-found"
    ? refusal
    : new FaultError({ kind: "not-opencode" });
}

/** Whether an answer to V1's probe leaves the possibility that a V2 server gave it. */
function mayBeV2(error: unknown): boolean {
  return error instanceof FaultError && ["not-found", "not-opencode", "rejected-input"].includes(error.fault.kind);
}
