import { render } from "solid-js/web";
import { browser } from "wxt/browser";
import "../../components/ui/tokens.css";
import "../../components/ui/base.css";
import { createApp } from "../../components/app/create-app";
import { Shell } from "../../components/app/Shell";
import { storedView } from "../../lib/storage/view";

async function start(root: HTMLElement): Promise<void> {
  const [{ id: windowId = browser.windows.WINDOW_ID_NONE }, { value }] = await Promise.all([
    browser.windows.getCurrent(),
    storedView.load(),
  ]);
  render(() => {
    // Made once: as an expression of the property it would be made again at each reading.
    const app = createApp(windowId, value);
    return <Shell app={app} />;
  }, root);
}

const root = document.getElementById("app");
if (root) void start(root);
