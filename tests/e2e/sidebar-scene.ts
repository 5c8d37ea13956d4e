import { beforeAll } from "vitest";
import { late } from "./late";
import { type NexusFirefox, openNexusFirefox } from "./nexus-firefox";
import { type SceneOptions, useStage } from "./scene";
import type { SidebarDriver } from "./sidebar";
import type { Stage } from "./stage";

/** A server where the extension looks first, and a Firefox whose sidebar is connected to it, beside a page. */
export function useSidebarScene({ before, ...options }: SceneOptions = {}): {
  stage: Stage;
  nexus: NexusFirefox;
  sidebar: SidebarDriver;
} {
  const stage = useStage(options);
  if (before) beforeAll(() => before(stage));
  const nexus = late<NexusFirefox>("browser");
  const sidebar = late<SidebarDriver>("sidebar");
  beforeAll(async () => {
    const started = await openNexusFirefox({ found: Number(new URL(stage.server.url).port) });
    nexus.set(started);
    return () => started.end();
  });
  beforeAll(async () => {
    await nexus.name.firefox.openPage("data:text/html,<title>A page</title><p>Beside the sidebar.</p>");
    sidebar.set(await nexus.name.open());
    await sidebar.name.connected();
  });
  return { stage, nexus: nexus.name, sidebar: sidebar.name };
}
