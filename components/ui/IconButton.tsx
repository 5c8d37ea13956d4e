import { type JSX, mergeProps, splitProps } from "solid-js";
import styles from "./IconButton.module.css";

export interface IconButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  /** The accessible name, shown as a tooltip too. */
  label: string;
  /** What more there is to know, in place of the name in the tooltip. */
  hint?: string | undefined;
  /** 28 px unless `small`, which is the 24 px that a target needs at the least. */
  size?: "normal" | "small";
  /** `primary`: filled, as for Send. */
  variant?: "quiet" | "primary";
}

/** A square button with an icon (`lucide-solid/icons/…`) as its child. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(mergeProps({ type: "button", size: "normal", variant: "quiet" } as const, props), [
    "label",
    "hint",
    "size",
    "variant",
    "class",
  ]);
  return (
    <button
      {...rest}
      class={`${styles.button} ${own.class ?? ""}`}
      data-size={own.size}
      data-variant={own.variant}
      aria-label={own.label}
      title={own.hint ?? own.label}
    />
  );
}
