/** What a page is called in one short piece: its host, or its title where the address has none. */
export function pageLabel(page: { url: string; title: string }): string {
  try {
    return new URL(page.url).host.replace(/^www\./, "") || page.title;
  } catch {
    // Not an address after all; the title is what is left.
    return page.title;
  }
}
