import { browser } from "wxt/browser";
import type { AlertButton, Notifier } from "../alerts/notifier";
import { firefoxNotifications, hasMethods, sidebarAction } from "./api";

const PERMISSION = { permissions: ["notifications"] } as const;

/** Firefox refuses notifications with buttons, and with any say in how long they are shown. */
export const canAnswerNotifications = (): boolean => sidebarAction() === undefined;

/** Whether the user lets the extension show notifications. The system may hide them all the same. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: [...PERMISSION.permissions] });
}

/** Asks the user; `false` when refused. Call it first in the handler of a click, before any `await`. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: [...PERMISSION.permissions] });
}

/** The API, which is there once it is allowed. */
function api(): typeof browser.notifications | undefined {
  return hasMethods(browser.notifications, "create", "getAll") ? browser.notifications : undefined;
}

const BUTTON_WORDS: Record<AlertButton, string> = { once: "Allow once", reject: "Reject", open: "Open" };

/**
 * The window that had the focus when a notification was shown stands before its id, for who clicks has no time to look for
 * it; and so do its buttons, of which the browser tells only the number.
 */
const withShown = (id: string, windowId: number, buttons: readonly AlertButton[]): string =>
  `${[windowId, ...buttons].join(",")} ${id}`;
const split = (whole: string): { windowId: number; buttons: string[]; id: string } => {
  const space = whole.indexOf(" ");
  const [windowId, ...buttons] = whole.slice(0, space).split(",");
  return { windowId: Number(windowId), buttons, id: whole.slice(space + 1) };
};
const isButton = (word: string | undefined): word is AlertButton => word !== undefined && word in BUTTON_WORDS;

async function wholeIds(): Promise<string[]> {
  return Object.keys((await api()?.getAll()) ?? {});
}

async function clear(id: string): Promise<void> {
  for (const whole of await wholeIds()) if (split(whole).id === id) await api()?.clear(whole);
}

export const notifier: Notifier = {
  isAllowed: async () => api() !== undefined && (await mayNotify()),
  shown: async () => (await wholeIds()).map((whole) => split(whole).id),
  async show(id, { title, message, buttons, stays }) {
    await clear(id);
    const focused = await browser.windows.getLastFocused().catch(() => undefined);
    const had = canAnswerNotifications() ? buttons : [];
    await api()?.create(withShown(id, focused?.id ?? browser.windows.WINDOW_ID_NONE, had), {
      ...looks({ title, message }),
      ...(had.length > 0 ? { buttons: had.map((button) => ({ title: BUTTON_WORDS[button] })) } : {}),
      ...(stays && canAnswerNotifications() ? { requireInteraction: true } : {}),
    });
  },
  async update(id, words) {
    const whole = (await wholeIds()).find((one) => split(one).id === id);
    const notifications = api();
    if (whole === undefined || !notifications) return;
    // Firefox has no way to change one: under the same id it takes the other's place.
    if (hasMethods(notifications, "update")) await notifications.update(whole, words);
    else await notifications.create(whole, looks(words));
  },
  clear,
};

const looks = (words: { title: string; message: string }) => ({
  type: "basic" as const,
  iconUrl: browser.runtime.getURL("/icon/128.png"),
  ...words,
});

/** What a click on a notification is told: the window to act in, as far as it is known. */
export interface NotificationHandlers {
  onClick(id: string, windowId: number): void;
  onButton(id: string, button: AlertButton, windowId: number): void;
}

/**
 * Firefox wakes a background only for what it listened to while it started [measured: 153]. One that was allowed to notify
 * later stays alive for as long as there is something to click.
 */
function stayWhileShown(hold: () => () => void): void {
  let release: (() => void) | undefined;
  async function look(): Promise<void> {
    const isShown = (await wholeIds()).length > 0;
    if (isShown) release ??= hold();
    else {
      release?.();
      release = undefined;
    }
  }
  const changed = () => {
    look().catch((error: unknown) => console.warn("Nobody knows whether a notification is shown", error));
  };
  firefoxNotifications()?.onShown.addListener(changed);
  firefoxNotifications()?.onClosed.addListener(changed);
}

/**
 * Registers what clicks on notifications do. To be called synchronously when the background starts; where notifications are
 * not allowed yet, they are registered as soon as they are.
 *
 * @param onAllowed called when they are allowed later
 * @param hold keeps the background alive until what it returns is called
 */
export function onNotifications(
  { onClick, onButton }: NotificationHandlers,
  onAllowed: () => void,
  hold: () => () => void,
): void {
  let isRegistered = false;
  function register(isLate: boolean): void {
    const notifications = api();
    if (!notifications || isRegistered) return;
    isRegistered = true;
    notifications.onClicked.addListener((whole) => {
      const { id, windowId } = split(whole);
      onClick(id, windowId);
    });
    if (isLate) stayWhileShown(hold);
    if (!canAnswerNotifications()) return;
    notifications.onButtonClicked.addListener((whole, index) => {
      const { id, windowId, buttons } = split(whole);
      const button = buttons[index];
      if (isButton(button)) onButton(id, button, windowId);
    });
  }
  register(false);
  browser.permissions.onAdded.addListener(() => {
    register(true);
    onAllowed();
  });
}
