import { browser } from "wxt/browser";
import { hasMethods } from "./api";

/**
 * Closes the extension's storage to content scripts, where the browser can (Chrome; Firefox 153 cannot, its content scripts
 * read `storage.local`). To be called whenever the background starts.
 */
export async function restrictStorageToExtension(): Promise<void> {
  const { local, sync, session } = browser.storage;
  await Promise.all(
    [local, sync, session].map((area) =>
      hasMethods(area, "setAccessLevel") ? area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" }) : undefined,
    ),
  );
}
