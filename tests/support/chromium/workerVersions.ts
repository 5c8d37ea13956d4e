import type { BrowserContext } from "playwright-core";
import { TIMEOUT_MS } from "./targets";

export interface WorkerVersion {
  versionId: string;
  scriptURL: string;
  /** new, installing, installed, activating, activated, redundant */
  status: string;
  /** stopped, starting, running, stopping */
  runningStatus: string;
}

/**
 * The versions of one service worker, from Chromium's `ServiceWorker` domain. Targets do not tell enough: the target of a
 * stopped worker lives on while a debugger is attached, and that of a running one says nothing of its activation.
 */
export interface WorkerVersions extends AsyncDisposable {
  known(): WorkerVersion[];
  until(holds: (known: WorkerVersion[]) => boolean, what: string): Promise<void>;
  stop(versionId: string): Promise<void>;
}

export async function watchVersions(context: BrowserContext, scope: string): Promise<WorkerVersions> {
  // Every page of the profile sees every worker; one that no test touches cannot close half-way.
  const [page = await context.newPage()] = context.pages();
  const session = await context.newCDPSession(page);
  const versions = new Map<string, WorkerVersion>();
  const listeners = new Set<() => void>();
  session.on("ServiceWorker.workerVersionUpdated", (event) => {
    for (const version of event.versions) {
      if (version.scriptURL.startsWith(scope)) versions.set(version.versionId, version);
    }
    for (const listener of listeners) listener();
  });
  await session.send("ServiceWorker.enable");

  const known = () => [...versions.values()];
  const until: WorkerVersions["until"] = (holds, what) =>
    new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        listeners.delete(look);
        settle();
      };
      const timer = setTimeout(() => {
        const states = known().map(({ status, runningStatus }) => `${status}/${runningStatus}`);
        finish(() => reject(new Error(`No service worker of ${scope} ${what} after ${TIMEOUT_MS} ms: ${states}`)));
      }, TIMEOUT_MS);
      const look = () => {
        if (holds(known())) finish(resolve);
      };
      listeners.add(look);
      look();
    });

  // An installed extension always has a version; the first report comes some time after the answer.
  await until((reported) => reported.length > 0, "is known");
  return {
    known,
    until,
    async stop(versionId) {
      await session.send("ServiceWorker.stopWorker", { versionId });
      await until(() => versions.get(versionId)?.runningStatus === "stopped", "has stopped");
    },
    [Symbol.asyncDispose]: () => session.detach(),
  };
}
