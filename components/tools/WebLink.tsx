import type { ParentProps } from "solid-js";

/** Leads to a page of the web, which learns nothing of where the reader came from. @param props.href one that `safeLink` has let through */
export function WebLink(props: ParentProps<{ href: string; class?: string | undefined }>) {
  return (
    <a
      class={props.class}
      href={props.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      referrerpolicy="no-referrer"
    >
      {props.children}
    </a>
  );
}
