import { type JSX, type ParentProps, Show } from "solid-js";
import { useApp } from "../app/context";
import { Button, type ButtonProps } from "../ui/Button";
import { IconButton, type IconButtonProps } from "../ui/IconButton";
import type { CommandOffer } from "./command";

/** With its key, as tooltips tell it. */
export function hintOf(words: string, shown: string | undefined): string {
  return shown === undefined ? words : `${words} (${shown})`;
}

interface CommandProps {
  /** `undefined`: there is no button. */
  offer: CommandOffer | undefined;
}

/** The button with a command's icon: its name, its key and whether it can be had come from the list. */
export function CommandIcon(
  props: CommandProps & Pick<IconButtonProps, "size" | "class" | "aria-describedby"> & { children?: JSX.Element },
) {
  const { commands } = useApp();
  return (
    <Show when={props.offer}>
      {(offer) => (
        <IconButton
          label={offer().label}
          hint={hintOf(offer().label, commands.shown(offer().command.id))}
          size={props.size ?? "normal"}
          class={props.class}
          aria-describedby={props["aria-describedby"]}
          aria-keyshortcuts={commands.aria(offer().command.id)}
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
  props: ParentProps<CommandProps & Pick<ButtonProps, "variant" | "busy" | "class" | "type" | "aria-describedby">>,
) {
  const { commands } = useApp();
  const key = (offer: CommandOffer) => commands.shown(offer.command.id);
  return (
    <Show when={props.offer}>
      {(offer) => (
        <Button
          variant={props.variant ?? "plain"}
          busy={props.busy || offer().disabled}
          class={props.class}
          aria-describedby={props["aria-describedby"]}
          aria-keyshortcuts={commands.aria(offer().command.id)}
          title={key(offer()) && hintOf(offer().label, key(offer()))}
          onClick={() => offer().run()}
        >
          {props.children}
          {offer().label}
        </Button>
      )}
    </Show>
  );
}
