import { type JSX, mergeProps, splitProps } from "solid-js";
import styles from "./Button.module.css";

export interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do here; `danger`: what cannot be taken back; `quiet`: without a border. */
  variant?: "plain" | "primary" | "danger" | "quiet";
  /** Something is on its way: the button stays focusable and does nothing. */
  busy?: boolean | undefined;
}

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(mergeProps({ type: "button", variant: "plain" } as const, props), [
    "variant",
    "busy",
    "class",
    "onClick",
  ]);
  return (
    <button
      {...rest}
      class={`${styles.button} ${own.class ?? ""}`}
      data-variant={own.variant}
      aria-disabled={own.busy ? true : undefined}
      onClick={(event) => {
        if (own.busy) event.preventDefault();
        else if (typeof own.onClick === "function") own.onClick(event);
      }}
    />
  );
}
