import { defineConfig } from "wxt";
import { COMMAND_MANIFEST } from "./lib/platform/command-keys";

/** Loopback is the only host the extension can reach after installation; every other host is asked for when needed. */
const LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"].flatMap((host) => [`http://${host}/*`, `https://${host}/*`]);

/** Rendered from design/ by tools/icons.ts. */
const ICONS = Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `icon/${size}.png`]));

/** `npm run dev` opens a browser where there is a screen; else it builds and reloads what is loaded by hand. */
const hasScreen = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

export default defineConfig({
  modules: ["@wxt-dev/module-solid"],
  imports: false,
  // The highlighting worker loads its grammars on demand, which only a module worker can.
  vite: () => ({ worker: { format: "es" } }),
  manifestVersion: 3,
  targetBrowsers: ["chrome", "firefox"],
  zip: { name: "opencode-nexus", excludeSources: ["artifacts/**", "docs/**", ".cache/**"] },
  webExt: {
    disabled: !hasScreen,
    // Chromium refuses to run as root with its sandbox.
    chromiumArgs: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  },
  manifest: ({ browser }) => ({
    name: "OpenCode Nexus",
    description: "OpenCode, the open-source coding agent, beside any web page.",
    minimum_chrome_version: "120",
    permissions: ["activeTab", "contextMenus", "scripting", "storage", ...(browser === "firefox" ? [] : ["sidePanel"])],
    host_permissions: LOOPBACK_HOSTS,
    // Asked for when somebody wants to be told by the system, or to name open tabs by "@".
    optional_permissions: ["notifications", "tabs"],
    optional_host_permissions: ["http://*/*", "https://*/*"],
    icons: ICONS,
    action: { default_title: "Open OpenCode Nexus", default_icon: ICONS },
    commands: COMMAND_MANIFEST,
    // Firefox's default policy upgrades http to https for hosts outside loopback; a server on a LAN would be unreachable.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "opencode-nexus@opencode-nexus.dev",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : {}),
  }),
});
