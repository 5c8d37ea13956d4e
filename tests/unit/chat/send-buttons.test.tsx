// @vitest-environment jsdom
import { render } from "solid-js/web";
import { expect, onTestFinished, test } from "vitest";
import { type App, AppProvider } from "../../../components/app/context";
import { SendButtons } from "../../../components/composer/SendButtons";

/** What the tooltip of Send says, with these keys of the user's. */
function hint(working: boolean, keys: Record<string, string>): string | null | undefined {
  const host = document.createElement("div");
  const app = { commands: { shown: (id: string) => keys[id], aria: () => undefined } };
  const dispose = render(
    () => (
      <AppProvider value={app as unknown as App}>
        <SendButtons
          working={working}
          empty={false}
          blocked={false}
          reasonId={undefined}
          stopping={false}
          onSend={() => undefined}
          onStop={() => undefined}
        />
      </AppProvider>
    ),
    host,
  );
  onTestFinished(dispose);
  return host.querySelector("[aria-label=Send]")?.getAttribute("title");
}

test("Send tells the key that sends without waiting as the user has it", () => {
  expect(hint(false, {})).toBe("Send (↵)");
  expect(hint(true, {})).toBe("Queue. Ctrl+↵ sends without waiting");
  expect(hint(true, { "composer.beside": "Alt+S" })).toBe("Queue. Alt+S sends without waiting");
});
