import { createEffect, createMemo, on, Show } from "solid-js";
import type { CardState, CardView, SessionKey } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CommandIcon } from "../../commands/CommandButton";
import { offerOf } from "../../commands/command";
import { panel } from "../../commands/list/panel";
import { ChevronLeft } from "../../ui/icons";
import { KeyedFor } from "../../ui/KeyedFor";
import { StateMark } from "../../ui/StateMark";
import { MARK_OF, sessionTitle, WORD_OF } from "../../ui/session-words";
import styles from "./CardStrip.module.css";

interface Pill {
  key: SessionKey;
  title: string;
  state: CardState;
  unread: boolean;
}

/** The way back to all cards, and these one click away, the open one among them. */
export function Pills(props: { open: SessionKey; views: CardView[] }) {
  const app = useApp();
  const pills = createMemo((): Pill[] =>
    props.views.map(({ key, session, state, unread }) => ({ key, title: sessionTitle(session), state, unread })),
  );
  const home = () => offerOf(panel, "go.home", app);
  let strip: HTMLElement | undefined;

  // Its width follows its title, its place those before it; other changes leave the strip where the user put it.
  const place = createMemo(() => {
    const at = pills().findIndex((pill) => pill.key === props.open);
    return JSON.stringify([props.open, at, pills()[at]?.title]);
  });
  createEffect(
    on(place, () =>
      queueMicrotask(() =>
        strip?.querySelector("[aria-expanded=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" }),
      ),
    ),
  );

  return (
    <>
      <CommandIcon offer={home()}>
        <span class={styles.back}>
          <ChevronLeft />
        </span>
      </CommandIcon>
      <nav
        ref={(element) => {
          strip = element;
        }}
        class={styles.pills}
        aria-label="Active sessions"
      >
        <KeyedFor each={pills()} by={(pill) => pill.key}>
          {(pill) => {
            const isOpen = () => pill().key === props.open;
            const isUnread = () => pill().unread && !isOpen();
            return (
              <button
                type="button"
                class={styles.pill}
                aria-expanded={isOpen()}
                aria-label={`${pill().title}${isUnread() ? ", unread" : ""}`}
                title={`${pill().title} · ${WORD_OF[pill().state]}${isUnread() ? ", unread" : ""}`}
                onClick={() => (isOpen() ? home()?.run() : app.go({ screen: "session", key: pill().key }))}
              >
                <StateMark mark={MARK_OF[pill().state]} />
                <span class={styles.title} dir="auto">
                  {pill().title}
                </span>
                <Show when={isUnread()}>
                  <span class={styles.unread} data-unread />
                </Show>
              </button>
            );
          }}
        </KeyedFor>
      </nav>
    </>
  );
}
