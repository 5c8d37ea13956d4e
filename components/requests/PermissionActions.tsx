import Ellipsis from "lucide-solid/icons/ellipsis";
import { For } from "solid-js";
import type { PermissionReply } from "../../lib/model";
import { useApp } from "../app/context";
import { offersOf } from "../commands/command";
import { permission } from "../commands/list/requests";
import { menuItems } from "../commands/menu-items";
import { Button } from "../ui/Button";
import { Menu } from "../ui/Menu";
import { answersFrom } from "./answers-from";
import styles from "./requests.module.css";

export interface PermissionActionsProps {
  /** Whether nothing is written in the composer: the keys count there as well. */
  idle: boolean;
  busy: boolean;
  /** Id of the words that say what "always" covers. */
  alwaysId: string | undefined;
  onReply(reply: PermissionReply): void;
  onExplain(): void;
  /** Absent where it cannot be had. */
  onAcceptAll: (() => void) | undefined;
}

/** The commands that have buttons of their own, and what stands beside their keys. */
const WORDS: Record<string, string> = {
  "request.reject": "reject",
  "request.always": "always",
  "request.once": "once",
};

/** The answers to a permission, each with its key, and the rarer ones in a menu. */
export function PermissionActions(props: PermissionActionsProps) {
  const { commands } = useApp();
  const offers = () =>
    offersOf(permission, {
      reply(reply) {
        if (!props.busy) props.onReply(reply);
      },
      explain: () => props.onExplain(),
      acceptAll: props.onAcceptAll,
      accepts: (target) => answersFrom(target, props.idle),
    });
  // Here, so that they go with the buttons when the request is folded away: nothing is granted unseen.
  commands.offer(offers);
  const rare = () => offers().filter(({ command }) => !(command.id in WORDS));
  const words = () =>
    Object.entries(WORDS).flatMap(([id, word]) => {
      const shown = commands.shown(id);
      return shown ? [{ shown, word }] : [];
    });
  return (
    <>
      <div class={styles.actions}>
        <Menu label="More answers" icon={<Ellipsis />} items={menuItems(rare(), commands)} class={styles.more} />
        <Button
          busy={props.busy}
          aria-keyshortcuts={commands.aria("request.reject")}
          onClick={() => props.onReply("reject")}
        >
          Reject
        </Button>
        <Button
          busy={props.busy}
          aria-describedby={props.alwaysId}
          aria-keyshortcuts={commands.aria("request.always")}
          onClick={() => props.onReply("always")}
        >
          Allow always
        </Button>
        <Button
          variant="primary"
          busy={props.busy}
          aria-keyshortcuts={commands.aria("request.once")}
          onClick={() => props.onReply("once")}
        >
          Allow once
        </Button>
      </div>
      {/* The buttons carry them for screen readers. */}
      <p class={styles.keys} aria-hidden="true">
        <For each={words()}>
          {({ shown, word }) => (
            <span>
              <kbd>{shown}</kbd> {word}
            </span>
          )}
        </For>
      </p>
    </>
  );
}
