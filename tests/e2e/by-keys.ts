import type { PanelDriver } from "./panel";

/** What somebody without a mouse does in a panel; that may be another one by then. */
export function byKeys(panel: PanelDriver) {
  const press = (key: string) => panel.page.keyboard.press(key);
  const search = () => panel.page.getByRole("combobox", { name: "Search commands and sessions" });
  const option = (name: string | RegExp) => panel.page.getByRole("option", { name });
  return {
    press,
    /** The palette's field, and one of its lines. */
    search,
    option,

    /** What has the focus, as a screen reader calls it. */
    focused: () =>
      panel.page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
      }),

    /** Looks for something in the palette and takes what is found first. */
    async find(words: string, found: string | RegExp): Promise<void> {
      await press("Control+k");
      await search().fill(words);
      await option(found).and(panel.page.locator("[aria-selected=true]")).waitFor();
      await press("Enter");
      await search().waitFor({ state: "detached" });
    },
  };
}
