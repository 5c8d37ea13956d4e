import { cardViews } from "../../../lib/model";
import type { App } from "../../app/context";
import { SEARCH_FIELD } from "../../home/search-field";
import {
  ArrowDown,
  ArrowUp,
  Command as CommandIcon,
  ExternalLink,
  Hand,
  Keyboard,
  LayoutList,
  MessageSquareDot,
  Plus,
  Search as SearchIcon,
  Server,
  Settings as SettingsIcon,
} from "../../ui/icons";
import type { Command } from "../command";
import { besides, unreadNext, unreadPast, waitingNext } from "../neighbours";

const hasServers = (app: App) => Object.keys(app.state.servers).length > 0;
const opened = ({ view }: App) => {
  const shown = view();
  return shown.screen === "session" ? shown.key : undefined;
};

/** To the session before or after the open one, from new to old: the cards themselves change places as they are used. */
function neighbour(app: App, by: 1 | -1): (() => void) | undefined {
  const cards = cardViews(app.state).sort((a, b) => b.session.createdAt - a.session.createdAt);
  const key = besides(cards, opened(app), by);
  return key && (() => app.go({ screen: "session", key }));
}

/** What can be done wherever one is in the panel. */
export const panel: readonly Command<App>[] = [
  {
    id: "go.home",
    name: "All sessions",
    group: "Go to",
    key: "Mod+Shift+H",
    offer: (app) => ({ label: "All sessions", icon: () => <LayoutList />, run: () => app.go({ screen: "home" }) }),
  },
  {
    id: "go.new",
    name: "New session",
    group: "Go to",
    key: "Mod+Shift+O",
    offer: (app) =>
      hasServers(app)
        ? { label: "New session", icon: () => <Plus />, run: () => app.go({ screen: "new" }) }
        : undefined,
  },
  {
    id: "go.waiting",
    name: "The session that needs you",
    group: "Go to",
    key: "Mod+Shift+L",
    offer(app) {
      const key = waitingNext(cardViews(app.state), opened(app));
      return (
        key && { label: "Session that needs you", icon: () => <Hand />, run: () => app.go({ screen: "session", key }) }
      );
    },
  },
  {
    id: "go.unread",
    name: "The next unread session",
    group: "Go to",
    key: "Alt+Shift+U",
    offer(app) {
      const key = unreadNext(cardViews(app.state), opened(app)) ?? unreadPast(app.state, opened(app));
      return (
        key && {
          label: "Next unread session",
          icon: () => <MessageSquareDot />,
          run: () => app.go({ screen: "session", key }),
        }
      );
    },
  },
  {
    id: "go.previous",
    name: "Previous session",
    group: "Go to",
    key: "Alt+Shift+ArrowUp",
    offer(app) {
      const run = neighbour(app, -1);
      return run && { label: "Previous session", icon: () => <ArrowUp />, run };
    },
  },
  {
    id: "go.next",
    name: "Next session",
    group: "Go to",
    key: "Alt+Shift+ArrowDown",
    offer(app) {
      const run = neighbour(app, 1);
      return run && { label: "Next session", icon: () => <ArrowDown />, run };
    },
  },
  {
    id: "go.search",
    name: "Search sessions",
    group: "Go to",
    key: "Mod+Shift+F",
    offer: (app) =>
      hasServers(app)
        ? {
            label: "Search sessions",
            icon: () => <SearchIcon />,
            run() {
              if (app.columns() === 1) app.go({ screen: "home" });
              document.querySelector<HTMLElement>(SEARCH_FIELD)?.focus();
            },
          }
        : undefined,
  },
  {
    id: "go.settings",
    name: "Settings",
    group: "Go to",
    key: "Mod+,",
    offer: (app) => ({
      label: "Settings",
      icon: () => <SettingsIcon />,
      run: () => app.go({ screen: "settings" }),
    }),
  },
  {
    id: "go.addServer",
    name: "Add a server",
    group: "Go to",
    offer: (app) => ({ label: "Add a server", icon: () => <Server />, run: () => app.go({ screen: "server" }) }),
  },
  {
    id: "panel.palette",
    name: "Commands",
    group: "General",
    key: "Mod+K",
    offer: (app) => ({ label: "Commands", icon: () => <CommandIcon />, run: () => app.commands.show("palette") }),
  },
  {
    id: "panel.keys",
    name: "Keyboard shortcuts",
    group: "General",
    key: "?",
    offer: (app) => ({
      label: "Keyboard shortcuts",
      icon: () => <Keyboard />,
      run: () => app.commands.show("keys"),
    }),
  },
  {
    id: "panel.changeKeys",
    name: "Change keys",
    group: "General",
    offer: (app) => ({ label: "Change keys", icon: () => <Keyboard />, run: () => app.go({ screen: "keys" }) }),
  },
  {
    id: "panel.tab",
    name: "Open the panel in a tab",
    group: "General",
    key: "Mod+Shift+Y",
    offer: (app) =>
      app.inTab
        ? undefined
        : { label: "Open the panel in a tab", icon: () => <ExternalLink />, run: () => app.toTab(app.view()) },
  },
];
