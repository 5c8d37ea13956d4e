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

/** The others, in the order in which somebody is likely to want them. */
const LATER = [Layers, ModelList, Palette, Settings, ServerScreen, ProvidersScreen];
/** Milliseconds. A panel that streams is never idle for long; the first click must still find its screen there. */
const LONGEST_WAIT = 1000;
/** Milliseconds after the first that belong to the session somebody has come for. */
const PAUSE = 1000;

const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT }));
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE));

/**
 * Loads all screens as soon as the browser has nothing else to do, so that each opens in the frame of its click. One after the
 * other: all at once, their forty files held up a session that was opened meanwhile.
 */
export async function preloadWhenIdle(): Promise<void> {
  await preload(SessionView);
  await pause();
  for (const screen of LATER) await preload(screen);
}

/** A file that cannot be read is reported by whoever goes to its screen. */
async function preload(screen: { preload(): Promise<unknown> }): Promise<void> {
  await idle();
  await screen.preload().catch(() => undefined);
}
