import { beforeEach, expect, test, vi } from "vitest";
import { onNotifications } from "../../../lib/platform/notifications";

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock("wxt/browser", () => fake);

type Listener = (...args: unknown[]) => void;

/** An event of the browser's, and what makes it happen. */
function event() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    fire: (...args: unknown[]) => {
      for (const listener of listeners) listener(...args);
    },
  };
}

let shown: Record<string, object>;
let notifications: ReturnType<typeof firefoxApi>;
const added = event();
const hold = vi.fn();
const release = vi.fn();

const firefoxApi = () => ({
  create: vi.fn(),
  getAll: vi.fn(async () => shown),
  onClicked: event(),
  onShown: event(),
  onClosed: event(),
});

beforeEach(() => {
  shown = {};
  notifications = firefoxApi();
  hold.mockReset().mockReturnValue(release);
  release.mockReset();
  fake.browser = { permissions: { onAdded: added }, sidebarAction: { open: vi.fn(), toggle: vi.fn() } };
});

const clicked = vi.fn();
const listen = () => onNotifications({ onClick: clicked, onButton: vi.fn() }, vi.fn(), hold);

test("a click is told with the window that had the focus", () => {
  fake.browser.notifications = notifications;
  listen();
  notifications.onClicked.fire("7 subject");
  expect(clicked).toHaveBeenCalledWith("subject", 7);
});

test("a background of Firefox that was allowed to notify after its start lives while there is something to click", async () => {
  listen();
  fake.browser.notifications = notifications;
  added.fire();
  expect(hold).not.toHaveBeenCalled();
  shown = { "1 a": {}, "1 b": {} };
  notifications.onShown.fire();
  notifications.onShown.fire();
  await vi.waitFor(() => expect(hold).toHaveBeenCalledTimes(1));
  shown = { "1 b": {} };
  notifications.onClosed.fire();
  await notifications.getAll.mock.results.at(-1)?.value;
  expect(release).not.toHaveBeenCalled();
  shown = {};
  notifications.onClosed.fire();
  await vi.waitFor(() => expect(release).toHaveBeenCalledTimes(1));
  expect(hold).toHaveBeenCalledTimes(1);
});

test("one that listened while it started is woken, and need not", () => {
  fake.browser.notifications = notifications;
  listen();
  added.fire();
  notifications.onShown.fire();
  expect(notifications.getAll).not.toHaveBeenCalled();
});
