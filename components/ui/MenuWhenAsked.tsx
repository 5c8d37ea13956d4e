import { createSignal, Show } from "solid-js";
import { IconButton } from "./IconButton";
import { Menu, type MenuProps } from "./Menu";

/** A menu that is made when somebody asks for it: of many on the page, most are never opened. */
export function MenuWhenAsked(props: Omit<MenuProps, "defaultOpen">) {
  const [asked, setAsked] = createSignal(false);
  return (
    <Show
      when={asked()}
      fallback={
        <IconButton
          label={props.label}
          size={props.size ?? "normal"}
          class={props.class}
          aria-haspopup="menu"
          aria-expanded="false"
          onClick={() => setAsked(true)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
            event.preventDefault();
            setAsked(true);
          }}
        >
          {props.icon}
        </IconButton>
      }
    >
      <Menu {...props} defaultOpen />
    </Show>
  );
}
