import { render } from "solid-js/web";
import { browser } from "wxt/browser";
import "../../components/ui/tokens.css";
import "../../components/ui/base.css";
import { createApp } from "../../components/app/create-app";
import { Shell } from "../../components/app/Shell";
import { isInTab } from "../../lib/platform/panel";
import { storedView } from "../../lib/storage/view";

async function start(root: HTMLElement): Promise<void> {
  const [{ id: windowId = browser.windows.WINDOW_ID_NONE }, inTab, { value: saved }] = await Promise.all([
    browser.windows.getCurrent(),
    isInTab(),
    storedView.load(),
  ]);
  render(() => {
    // Made once: as an expression of the property it would be made again at each reading.
    const app = createApp({ windowId, inTab, saved });
    return <Shell app={app} />;
  }, root);
}

const root = document.getElementById("app");
if (root) void start(root);
