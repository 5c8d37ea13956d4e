import { Show } from "solid-js";
import type { PermissionReply } from "../../lib/model";
import { useApp } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { permission } from "../commands/list/requests";
import { menuItems } from "../commands/menu-items";
import { Ellipsis } from "../ui/icons";
import { Menu } from "../ui/Menu";
import { AnswerKeys } from "./AnswerKeys";
import { answersFrom } from "./answers-from";
import styles from "./requests.module.css";

export interface PermissionActionsProps {
  /** Whether nothing is written in the composer: the keys count there as well. */
  idle: boolean;
  busy: boolean;
  /** Answers do not count yet. */
  early: boolean;
  /** Id of the words that say what "always" covers. */
  alwaysId: string | undefined;
  /** A reason for a rejection that was begun and is put aside. */
  begun: string | undefined;
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
        if (!props.busy && !props.early) props.onReply(reply);
      },
      explain: () => props.onExplain(),
      acceptAll: props.onAcceptAll,
      accepts: (target) => answersFrom(target, props.idle),
    });
  // Here, so that they go with the buttons when the request is folded away: nothing is granted unseen.
  commands.offer(offers);
  const rare = () => offers().filter(({ command }) => !(command.id in WORDS));
  const offer = (id: string) => offers().find(({ command }) => command.id === id);
  return (
    <>
      <div class={styles.actions} data-early={props.early ? "" : undefined}>
        <Menu label="More answers" icon={<Ellipsis />} items={menuItems(rare(), commands)} class={styles.more} />
        <CommandButton busy={props.busy} offer={offer("request.reject")} />
        <CommandButton busy={props.busy} aria-describedby={props.alwaysId} offer={offer("request.always")} />
        <CommandButton variant="primary" busy={props.busy} offer={offer("request.once")} />
      </div>
      <Show when={props.begun}>
        {(reason) => (
          <p class={styles.begun}>
            <span>
              Your reason: <bdi>“{reason()}”</bdi>
            </span>
            <CommandButton variant="quiet" offer={offer("request.explain")} label="Edit" name="Edit the reason" />
          </p>
        )}
      </Show>
      <AnswerKeys words={WORDS} />
    </>
  );
}
