import type { BrowserContext } from "playwright-core";
import { evaluateInTarget } from "./evaluate";
import type { Target, Targets } from "./targets";
import { watchVersions } from "./workerVersions";

/** The extension's service worker, seen from outside. */
export interface BackgroundWorker {
  isAlive(): Promise<boolean>;
  /** Resolves when the worker has been installed and activated: from then on events reach its listeners. */
  ready(): Promise<void>;
  /** Stops it as the browser does after 30 s without events: globals are gone, `storage.session` stays. */
  kill(): Promise<void>;
  /** Resolves when `reload` has brought up a worker of its own, and that one is activated. */
  replacedBy(reload: () => Promise<void>): Promise<void>;
  /** Evaluates an expression in the running worker, awaiting its promise. Throws when none is running. */
  evaluate(expression: string): Promise<unknown>;
}

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
      await versions.until((known) => known.some(({ status }) => status === "activated"), "is active");
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
        (known) => known.some(({ versionId, status }) => status === "activated" && !before.has(versionId)),
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
