import { afterEach, beforeAll } from "vitest";
import { text } from "../../tools/model/steps";
import { type FaultProxy, startFaultProxy } from "../support/fault-proxy/proxy";
import { late } from "./late";
import { type Nexus, type NexusOptions, openNexus } from "./nexus";
import type { PanelDriver } from "./panel";
import { createStage, type Stage, type StageOptions } from "./stage";

/** A server of its own for the tests of this file; it goes when they are over. */
export function useStage(options: Partial<StageOptions> = {}): Stage {
  const stage = late<Stage>("server");
  beforeAll(async () => {
    const created = await createStage({ script: () => [text("Hello.")], ...options });
    stage.set(created);
    return () => created.close();
  });
  return stage.name;
}

/** What a file's tests have in front of them: a browser of their own and the panel that is open in it. */
export interface Opened {
  nexus: Nexus;
  panel: PanelDriver;
  /** Opens the panel, or takes the one that is open; `panel` is that one from then on. */
  open(): Promise<void>;
}

/**
 * A browser for the tests of this file, and its panel.
 *
 * @param options Asked for when what was used before is there.
 * @param open False: the first test opens the panel.
 */
export function useNexus(
  options: () => NexusOptions | Promise<NexusOptions> = () => ({}),
  { open = true }: { open?: boolean } = {},
): Opened {
  const nexus = late<Nexus>("browser");
  const panel = late<PanelDriver>("panel");
  const opened: Opened = {
    nexus: nexus.name,
    panel: panel.name,
    async open() {
      panel.set(await nexus.name.open());
    },
  };
  beforeAll(async () => {
    const started = await openNexus(await options());
    nexus.set(started);
    return () => started.end();
  });
  if (open) beforeAll(() => opened.open());
  // Last of all that is done after a test: without it nobody would know what a test that failed had in front of it.
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    const shown = await panel.name.page
      .locator("body")
      .ariaSnapshot()
      .catch((error: unknown) => String(error));
    console.error(`What the panel shows after “${task.name}”:\n${shown.slice(-LONGEST)}`);
  });
  return opened;
}

/** Characters of a panel that are told after a failure: its end. */
const LONGEST = 2_000;

export interface SceneOptions extends Partial<StageOptions> {
  /** What the server knows before the browser starts. */
  before?: (stage: Stage) => Promise<void>;
}

/** A server where the extension looks first, and a panel that is connected to it: what most files begin with. */
export function useScene({ before, ...options }: SceneOptions = {}): Opened & { stage: Stage } {
  const stage = useStage(options);
  if (before) beforeAll(() => before(stage));
  const opened = useNexus(() => ({ found: stage.server.url }));
  beforeAll(() => opened.panel.connected());
  return { stage, ...opened };
}

/** The same with a proxy on the way to the server, which passes everything until it is told otherwise. */
export function useProxiedScene(
  options: Partial<StageOptions> = {},
  browser: () => Promise<NexusOptions> = async () => ({}),
): Opened & { stage: Stage; proxy: FaultProxy } {
  const stage = useStage(options);
  const proxy = late<FaultProxy>("proxy");
  beforeAll(async () => {
    const started = await startFaultProxy(stage.server.url);
    proxy.set(started);
    return () => started.close();
  });
  const opened = useNexus(async () => ({ found: proxy.name.url, ...(await browser()) }));
  beforeAll(() => opened.panel.connected());
  return { stage, proxy: proxy.name, ...opened };
}

/**
 * Whether a session is open. Not asked by the name that screen readers hear: what lies below a dialog is hidden from them until
 * some frames after the dialog has gone.
 */
export async function isSessionOpen(panel: PanelDriver): Promise<boolean> {
  return (await panel.page.locator("[role=log]").count()) > 0;
}

/** Every test begins at home, whatever the one before it has left open. */
export async function atHome(panel: PanelDriver): Promise<void> {
  if (await isSessionOpen(panel)) await panel.home();
}
