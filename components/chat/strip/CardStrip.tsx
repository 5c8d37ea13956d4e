import ChevronLeft from "lucide-solid/icons/chevron-left";
import { createEffect, createMemo, type JSX, on, Show } from "solid-js";
import { type CardState, type CardView, cardViews, findSession, type SessionKey, viewOf } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CardMenu } from "../../cards/CardMenu";
import { CommandIcon } from "../../commands/CommandButton";
import { offerOf } from "../../commands/command";
import { search } from "../../commands/list/conversation";
import { panel } from "../../commands/list/panel";
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

/** The open card and the others beside it, one click away. */
export function CardStrip(props: { open: SessionKey; onFind?: () => void; meter?: JSX.Element }) {
  const app = useApp();
  const views = createMemo(() => cardViews(app.state));
  /** It is a card; a subagent's session, or one whose server is new, is not. */
  const view = createMemo((): CardView | undefined => {
    const found = findSession(app.state, props.open);
    return views().find((card) => card.key === props.open) ?? (found && viewOf(app.state, found));
  });
  const pills = createMemo((): Pill[] => {
    const isCard = views().some((card) => card.key === props.open);
    const all = isCard ? views() : [...[view()].filter((one) => one !== undefined), ...views()];
    return all.map(({ key, session, state, unread }) => ({ key, title: sessionTitle(session), state, unread }));
  });
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
    <div class={styles.strip}>
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
            return (
              <button
                type="button"
                class={styles.pill}
                aria-expanded={isOpen()}
                aria-label={pill().title}
                title={`${pill().title} · ${WORD_OF[pill().state]}${pill().unread && !isOpen() ? ", unread" : ""}`}
                onClick={() => (isOpen() ? home()?.run() : app.go({ screen: "session", key: pill().key }))}
              >
                <StateMark mark={MARK_OF[pill().state]} />
                <span class={styles.title} dir="auto">
                  {pill().title}
                </span>
              </button>
            );
          }}
        </KeyedFor>
      </nav>
      {props.meter}
      <Show when={props.onFind}>
        {(onFind) => (
          <CommandIcon size="small" offer={offerOf(search, "conversation.find", { find: () => onFind()() })} />
        )}
      </Show>
      <Show when={view()}>{(card) => <CardMenu view={card()} />}</Show>
    </div>
  );
}
