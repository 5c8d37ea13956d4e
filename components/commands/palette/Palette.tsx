import { Dialog } from "@kobalte/core/dialog";
import { createMemo, createResource, createSignal } from "solid-js";
import { keyOf } from "../../../lib/keys/key";
import { isMac } from "../../../lib/platform/system";
import { recentCommands } from "../../../lib/storage/recent-commands";
import { useApp } from "../../app/context";
import { createSessionRows } from "../../home/history-rows";
import { MessageSquare } from "../../ui/icons";
import type { CommandOffer } from "../command";
import { type Entry, entriesFor } from "./entries";
import styles from "./Palette.module.css";
import { PaletteList } from "./PaletteList";

/** Everything that can be done now, and every session, to be found by a few letters. */
export function Palette() {
  const app = useApp();
  const { commands } = app;
  // What is done is done where the focus was.
  const origin = behindMenu(document.activeElement);
  const [query, setQuery] = createSignal("");
  const [recent] = createResource(() => recentCommands.load());
  const sessions = createSessionRows(app);
  const close = () => commands.show(undefined);
  let chosen: Entry | undefined;

  function keep({ command }: CommandOffer): void {
    recentCommands.add(command.id).catch((error: unknown) => console.warn("What was chosen was not kept", error));
  }
  const groups = createMemo(() =>
    entriesFor(query(), {
      // One leads here.
      offers: commands.offered(origin).filter(({ command }) => command.id !== "panel.palette"),
      sessions: sessions(),
      recent: recent() ?? [],
      shown: commands.shown,
      icon: () => <MessageSquare />,
      go: ({ key }) => app.go({ screen: "session", key }),
      onCommand: keep,
    }),
  );

  return (
    <Dialog open onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Overlay class={styles.overlay} />
        <div class={styles.place}>
          <Dialog.Content
            class={styles.dialog}
            onKeyDown={(event) => {
              const key = keyOf(event, isMac());
              if (key === undefined || commands.of(key)?.id !== "panel.palette") return;
              event.preventDefault();
              close();
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              if (origin instanceof HTMLElement && origin.isConnected) origin.focus({ preventScroll: true });
              chosen?.run();
            }}
          >
            <Dialog.Title class={styles.title}>Commands</Dialog.Title>
            <PaletteList
              groups={groups()}
              query={query()}
              onQuery={setQuery}
              onChoose={(entry) => {
                if (entry.atOnce) entry.run();
                else chosen = entry;
                close();
              }}
            />
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog>
  );
}

/** Where the focus is once a menu has closed that it is in now: at the button that opened it. */
function behindMenu(element: Element | null): Element | null {
  const opener = element?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  return opener ? document.getElementById(opener) : element;
}
