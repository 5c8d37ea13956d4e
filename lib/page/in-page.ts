/*
 * Functions that run inside web pages. Each is sent there as source text: nothing outside the function may be used in it.
 */

/**
 * What is selected in this frame, with its line breaks, also in a text field or in a shadow tree. Passwords are not read.
 * Gives `{ text, length, address, focused }`: at most `limit` UTF-16 units of text, and its whole length.
 */
export function readSelection(limit: number) {
  let active = document.activeElement;
  let root: Document | ShadowRoot = document;
  while (active?.shadowRoot) {
    root = active.shadowRoot;
    active = root.activeElement;
  }
  let text = "";
  const field = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement ? active : undefined;
  const isSecret = field?.type === "password";
  if (field && !isSecret) text = field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  // Chrome alone has a selection for each shadow tree.
  const ofRoot: unknown = Reflect.get(root, "getSelection");
  const selection: unknown = typeof ofRoot === "function" ? ofRoot.call(root) : document.getSelection();
  if (text === "" && !isSecret && selection instanceof Selection) text = selection.toString();
  return { text: text.slice(0, limit), length: text.length, address: location.href, focused: document.hasFocus() };
}

/** What a link to `address` says: its text, else its label. The one under the pointer when there are several. */
export function readLinkText(address: string, limit: number) {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter((link) => link.href === address);
  const link =
    links.find((one) => one.matches(":hover")) ?? links.find((one) => one.textContent?.trim() !== "") ?? links[0];
  const image = link?.querySelector("img");
  const text = [link?.textContent, link?.ariaLabel, link?.title, image?.alt].find((one) => one?.trim());
  return (text ?? "").slice(0, limit);
}

/** What an image with the source `address` says for those who do not see it. The one under the pointer when several. */
export function readImageText(address: string, limit: number) {
  const images = [...document.images].filter((image) => image.currentSrc === address || image.src === address);
  const image = images.find((one) => one.matches(":hover")) ?? images[0];
  const text = [image?.alt, image?.ariaLabel, image?.title].find((one) => one?.trim());
  return (text ?? "").slice(0, limit);
}

/**
 * What can be read on the page: that of its main part where that is most of it. Nothing hidden, and nothing typed into fields.
 * Gives `{ text, length, address }`: at most `limit` UTF-16 units of text, and its whole length.
 */
export function readPage(limit: number) {
  // biome-ignore lint/performance/useDomNodeTextContent: only what is rendered is what a reader sees
  const whole = document.body?.innerText ?? "";
  const [main, ...others] = document.querySelectorAll<HTMLElement>("main, [role=main]");
  // biome-ignore lint/performance/useDomNodeTextContent: as above
  const part = main && others.length === 0 ? main.innerText : "";
  // A page may have a main part and put its text elsewhere.
  const text = (part.length * 4 > whole.length ? part : whole)
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return { text: text.slice(0, limit), length: text.length, address: location.href };
}
