import { type JSX, type ParentProps, Show } from "solid-js";
import { useApp } from "../app/context";
import { Button, type ButtonProps } from "../ui/Button";
import { IconButton, type IconButtonProps } from "../ui/IconButton";
import type { CommandOffer } from "./command";

/** With its key, as tooltips tell it, and why it cannot be had. */
export function hintOf(words: string, shown: string | undefined, reason?: string): string {
  const hint = shown === undefined ? words : `${words} (${shown})`;
  return reason === undefined ? hint : `${hint}: ${reason}`;
}

interface CommandProps {
  /** `undefined`: there is no button. */
  offer: CommandOffer | undefined;
  /** What it says in place of the command's label: how it went, or less where what is around it says the rest. */
  label?: string | undefined;
}

/** The button with a command's icon: its name, its key and whether it can be had come from the list. */
export function CommandIcon(
  props: CommandProps &
    Pick<IconButtonProps, "size" | "class" | "aria-describedby"> & {
      children?: JSX.Element;
      /** A key that does the same where it stands, whatever the user chooses; as it is written, and for `aria-keyshortcuts`. */
      fixed?: { shown: string; aria: string };
    },
) {
  const { commands } = useApp();
  return (
    <Show when={props.offer}>
      {(offer) => (
        <IconButton
          label={props.label ?? offer().label}
          hint={hintOf(
            props.label ?? offer().label,
            commands.shown(offer().command.id) ?? props.fixed?.shown,
            offer().disabled,
          )}
          size={props.size ?? "normal"}
          class={props.class}
          aria-describedby={props["aria-describedby"]}
          aria-keyshortcuts={
            [commands.aria(offer().command.id), props.fixed?.aria].filter(Boolean).join(" ") || undefined
          }
          aria-disabled={offer().disabled ? true : undefined}
          onClick={() => {
            if (!offer().disabled) offer().run();
          }}
        >
          {props.children ?? offer().icon()}
        </IconButton>
      )}
    </Show>
  );
}

/** The button with a command's words. */
export function CommandButton(
  props: ParentProps<
    CommandProps & {
      /** Its name, where what it says is not enough without what stands beside it. */
      name?: string | undefined;
    } & Pick<
        ButtonProps,
        "variant" | "busy" | "class" | "type" | "ref" | "aria-describedby" | "aria-pressed" | "aria-expanded"
      >
  >,
) {
  const { commands } = useApp();
  const key = (offer: CommandOffer) => commands.shown(offer.command.id);
  return (
    <Show when={props.offer}>
      {(offer) => (
        <Button
          ref={props.ref}
          variant={props.variant ?? "plain"}
          busy={props.busy || offer().disabled !== undefined}
          class={props.class}
          aria-describedby={props["aria-describedby"]}
          aria-label={props.name}
          aria-pressed={props["aria-pressed"]}
          aria-expanded={props["aria-expanded"]}
          aria-keyshortcuts={commands.aria(offer().command.id)}
          title={(key(offer()) ?? offer().disabled) && hintOf(offer().label, key(offer()), offer().disabled)}
          onClick={() => offer().run()}
        >
          {props.children}
          {props.label ?? offer().label}
        </Button>
      )}
    </Show>
  );
}
