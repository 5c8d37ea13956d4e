import ExternalLink from "lucide-solid/icons/external-link";
import SearchIcon from "lucide-solid/icons/search";
import { createMemo, type JSX, Show } from "solid-js";
import { cardViews, type SessionKey } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CardMenu } from "../../cards/CardMenu";
import { IconButton } from "../../ui/IconButton";
import styles from "./CardStrip.module.css";
import { Name } from "./Name";
import { Pills } from "./Pills";

/** The open card and the others beside it, or its name where all cards are in sight; and what can be done with it. */
export function CardStrip(props: { open: SessionKey; onFind?: () => void; meter?: JSX.Element }) {
  const app = useApp();
  const views = createMemo(() => cardViews(app.state));
  const view = createMemo(() => views().find((card) => card.key === props.open));
  return (
    <div class={styles.strip}>
      <Show when={app.columns() === 1} fallback={<Name open={props.open} />}>
        <Pills open={props.open} views={views()} />
      </Show>
      {props.meter}
      <Show when={!app.inTab}>
        <IconButton
          label="Open in a tab"
          size="small"
          class={styles.tab}
          onClick={() => app.toTab({ screen: "session", key: props.open })}
        >
          <ExternalLink />
        </IconButton>
      </Show>
      <Show when={props.onFind}>
        {(onFind) => (
          <IconButton label="Find in session" size="small" onClick={() => onFind()()}>
            <SearchIcon />
          </IconButton>
        )}
      </Show>
      {/* On another card, that one is meant. */}
      <Show when={view()}>{(card) => <CardMenu view={card()} isAt={(at) => !at?.closest("[data-card]")} />}</Show>
    </div>
  );
}
