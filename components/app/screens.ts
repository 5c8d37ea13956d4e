import { lazy } from "solid-js";
import { ModelList } from "../composer/models/ModelPicker";

/** The screens that cards can be seen and used without: loaded when somebody goes there, or before by {@link preload}. */
export const SessionView = lazy(async () => ({ default: (await import("../chat/SessionView")).SessionView }));
export const FirstRun = lazy(async () => ({ default: (await import("../home/FirstRun")).FirstRun }));
export const Settings = lazy(async () => ({ default: (await import("../settings/Settings")).Settings }));
export const ServerScreen = lazy(async () => ({ default: (await import("../settings/ServerScreen")).ServerScreen }));
export const ProvidersScreen = lazy(async () => ({
  default: (await import("../providers/ProvidersScreen")).ProvidersScreen,
}));

export const KeysScreen = lazy(async () => ({ default: (await import("../commands/keys/KeysScreen")).KeysScreen }));
export const Layers = lazy(async () => ({ default: (await import("../layers/Layers")).Layers }));
export const Palette = lazy(async () => ({ default: (await import("../commands/palette/Palette")).Palette }));

const SCREENS = [SessionView, Settings, ServerScreen, ProvidersScreen, ModelList, Layers, Palette];
/** Milliseconds. A panel that streams is never idle for long; the first click must still find its screen there. */
const LONGEST_WAIT = 1000;

/** Loads all screens as soon as the browser has nothing else to do, so that each opens in the frame of its click. */
export function preloadWhenIdle(): void {
  requestIdleCallback(
    () => {
      // A file that cannot be read is reported by whoever goes to its screen.
      for (const screen of SCREENS) screen.preload().catch(() => undefined);
    },
    { timeout: LONGEST_WAIT },
  );
}
