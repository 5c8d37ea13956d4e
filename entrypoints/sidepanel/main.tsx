import { render } from "solid-js/web";
import { browser } from "wxt/browser";
import "../../components/ui/tokens.css";
import "../../components/ui/base.css";
import { createApp } from "../../components/app/create-app";
import { Shell } from "../../components/app/Shell";
import { closeOnToggle } from "../../lib/platform/panel";
import { storedView } from "../../lib/storage/view";

async function start(root: HTMLElement): Promise<void> {
  closeOnToggle();
  const [{ id: windowId = browser.windows.WINDOW_ID_NONE }, { value }] = await Promise.all([
    browser.windows.getCurrent(),
    storedView.load(),
  ]);
  render(() => <Shell app={createApp(windowId, value)} />, root);
}

const root = document.getElementById("app");
if (root) void start(root);
