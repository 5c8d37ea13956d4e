import { type CardView, MAX_CARDS } from "../../lib/model";
import { GroupHeading } from "../ui/GroupHeading";
import { KeyedFor } from "../ui/KeyedFor";
import { keepFocus } from "../ui/keep-focus";
import { Card } from "./Card";
import styles from "./CardList.module.css";
import { moveFocus } from "./move-focus";

export interface CardListProps {
  views: CardView[];
  /** Name the server on each card. */
  severalServers: boolean;
  /** What is shown comes from storage. */
  stale: boolean;
}

/** The active sessions. Arrow keys go from card to card, Tab through everything. */
export function CardList(props: CardListProps) {
  let list: HTMLUListElement | undefined;
  keepFocus(
    () => list,
    () => props.views.map((view) => view.key),
  );
  return (
    <section>
      <GroupHeading
        title="Active"
        note={`${props.stale ? "Not refreshed yet · " : ""}${props.views.length} of ${MAX_CARDS}`}
      />
      <ul
        ref={(element) => {
          list = element;
        }}
        class={styles.list}
        aria-label="Active sessions"
        tabindex={-1}
        onKeyDown={(event) => moveFocus(event, "[data-card-open]")}
      >
        <KeyedFor each={props.views} by={(view) => view.key}>
          {(view) => (
            <li>
              <Card view={view()} showServer={props.severalServers} />
            </li>
          )}
        </KeyedFor>
      </ul>
    </section>
  );
}
