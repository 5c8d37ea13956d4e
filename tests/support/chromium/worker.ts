import type { BrowserContext } from "playwright-core";
import { evaluateInTarget } from "./evaluate";
import type { Target, Targets } from "./targets";
import { type WorkerVersion, watchVersions } from "./workerVersions";

/** The extension's service worker, seen from outside. */
export interface BackgroundWorker {
  isAlive(): Promise<boolean>;
  /** Resolves when the worker is activated and runs, as it does when the browser has started: from then on events reach it. */
  ready(): Promise<void>;
  /** Stops it as the browser does after 30 s without events: globals are gone, `storage.session` stays. */
  kill(): Promise<void>;
  /** Resolves when `reload` has brought up a worker of its own, and that one is activated. */
  replacedBy(reload: () => Promise<void>): Promise<void>;
  /** Evaluates an expression in the running worker, awaiting its promise. Throws when none is running. */
  evaluate(expression: string): Promise<unknown>;
}

const isRunning = ({ status, runningStatus }: WorkerVersion) => status === "activated" && runningStatus === "running";

export function workerOf(context: BrowserContext, targets: Targets, extensionId: string): BackgroundWorker {
  const scope = `chrome-extension://${extensionId}/`;
  const isOurs = (target: Target) => target.type === "service_worker" && target.url.startsWith(scope);
  const running = async () => (await targets.list()).find(isOurs);

  return {
    async isAlive() {
      return (await running()) !== undefined;
    },
    async ready() {
      await using versions = await watchVersions(context, scope);
      // After a restart of the browser the version of before is activated at once, but a click on the icon that comes before
      // it runs is lost (measured: 12 of 25 times in Chromium 156).
      await versions.until((known) => known.some(isRunning), "runs");
    },
    async kill() {
      await using versions = await watchVersions(context, scope);
      const [alive] = versions.known().filter(({ runningStatus }) => runningStatus !== "stopped");
      // A worker that is asleep is already what was asked for.
      if (!alive) return;
      await versions.stop(alive.versionId);
    },
    async replacedBy(reload) {
      await using versions = await watchVersions(context, scope);
      const before = new Set(versions.known().map(({ versionId }) => versionId));
      await reload();
      await versions.until(
        (known) => known.some((version) => isRunning(version) && !before.has(version.versionId)),
        "is active after the reload",
      );
    },
    async evaluate(expression) {
      const worker = await running();
      const browser = context.browser();
      if (!worker || !browser) throw new Error("The extension's service worker is not running");
      return evaluateInTarget(browser, worker.targetId, expression);
    },
  };
}
