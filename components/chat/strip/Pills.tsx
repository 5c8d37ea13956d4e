import { createEffect, createMemo, on, onCleanup, onMount, Show } from "solid-js";
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
import { stretchWith } from "./stretch";

/** Room for the ring of focus at the strip's ends, in px. */
const PADDING = 2;

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

  // Widths follow titles, places those before; other changes leave the strip where the user put it.
  const place = createMemo(() => {
    const at = pills().findIndex((pill) => pill.key === props.open);
    const titles = pills().map((pill) => pill.title);
    return JSON.stringify([props.open, titles.slice(0, at + 1), titles.length]);
  });
  /** Brings the open one into view, and no name is cut at its start. */
  function show(): void {
    if (!strip) return;
    const edge = strip.getBoundingClientRect();
    const isRtl = getComputedStyle(strip).direction === "rtl";
    const buttons = [...strip.querySelectorAll("button")];
    const row = buttons.map((button) => {
      const { left, right } = button.getBoundingClientRect();
      return isRtl
        ? { start: edge.right - right, end: edge.right - left }
        : { start: left - edge.left, end: right - edge.left };
    });
    const open = buttons.findIndex((button) => button.ariaExpanded === "true");
    const { first, room } = stretchWith(row, Math.max(0, open), strip.clientWidth - 2 * PADDING);
    strip.style.setProperty("--room", `${room}px`);
    buttons[first]?.scrollIntoView({ block: "nearest", inline: "start" });
  }
  createEffect(on(place, () => queueMicrotask(show)));
  onMount(() => {
    const resized = new ResizeObserver(show);
    if (strip) resized.observe(strip);
    onCleanup(() => resized.disconnect());
  });

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
