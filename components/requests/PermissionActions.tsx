import Ellipsis from "lucide-solid/icons/ellipsis";
import MessageSquareX from "lucide-solid/icons/message-square-x";
import ShieldOff from "lucide-solid/icons/shield-off";
import type { PermissionReply } from "../../lib/model";
import { isMac } from "../../lib/platform/system";
import { Button } from "../ui/Button";
import { Menu, type MenuItem } from "../ui/Menu";
import { createReplyKeys } from "./create-reply-keys";
import { keyOf } from "./keys";
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

/** The answers to a permission, each with its key, and the rarer ones in a menu. */
export function PermissionActions(props: PermissionActionsProps) {
  // Here, so that they go with the buttons when the request is folded away: nothing is granted unseen.
  createReplyKeys(
    () => props.idle,
    (reply) => {
      if (!props.busy) props.onReply(reply);
    },
  );
  const key = (reply: PermissionReply) => keyOf(reply, isMac());
  const items = (): MenuItem[] => [
    { label: "Reject with a reason", icon: () => <MessageSquareX />, onSelect: () => props.onExplain() },
    ...(props.onAcceptAll
      ? [{ label: "Accept everything in this session…", icon: () => <ShieldOff />, onSelect: props.onAcceptAll }]
      : []),
  ];
  return (
    <>
      <div class={styles.actions}>
        <Menu label="More answers" icon={<Ellipsis />} items={items()} class={styles.more} />
        <Button busy={props.busy} aria-keyshortcuts={key("reject").aria} onClick={() => props.onReply("reject")}>
          Reject
        </Button>
        <Button
          busy={props.busy}
          aria-describedby={props.alwaysId}
          aria-keyshortcuts={key("always").aria}
          onClick={() => props.onReply("always")}
        >
          Allow always
        </Button>
        <Button
          variant="primary"
          busy={props.busy}
          aria-keyshortcuts={key("once").aria}
          onClick={() => props.onReply("once")}
        >
          Allow once
        </Button>
      </div>
      {/* The buttons carry them for screen readers. */}
      <p class={styles.keys} aria-hidden="true">
        <span>
          <kbd>{key("reject").shown}</kbd> reject
        </span>
        <span>
          <kbd>{key("always").shown}</kbd> always
        </span>
        <span>
          <kbd>{key("once").shown}</kbd> once
        </span>
      </p>
    </>
  );
}
