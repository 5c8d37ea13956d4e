/** Attributes whose value is fetched or run by itself. */
const ACTIVE =
  /^(?:on.*|src|srcset|srcdoc|style|class|id|name|form|formaction|action|background|poster|ping|data|xlink:href|http-equiv|is|slot|part|popover.*|contenteditable|accesskey|autofocus)$/;

/** What is wrong with sanitised nodes; nothing, if all is well. */
export function dangers(nodes: ParentNode): string[] {
  const found: string[] = [];
  for (const element of nodes.querySelectorAll("*")) {
    const tag = element.localName;
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml") found.push(`namespace of ${tag}`);
    if (
      /^(?:script|style|iframe|object|embed|svg|math|link|meta|base|form|button|textarea|select|template|video|audio)$/.test(
        tag,
      )
    ) {
      found.push(tag);
    }
    if (tag === "input" && !(element.getAttribute("type") === "checkbox" && element.hasAttribute("disabled")))
      found.push(tag);
    for (const { name, value } of element.attributes) {
      if (ACTIVE.test(name)) found.push(`${tag} ${name}`);
      if (name === "href" && !/^(?:https?:\/\/|mailto:)/.test(value)) found.push(`${tag} ${name}=${value}`);
      if (name === "data-src" && !/^(?:https?:\/\/|data:image\/(?:png|jpeg|gif|webp|avif);)/.test(value))
        found.push(value);
    }
  }
  return found;
}
