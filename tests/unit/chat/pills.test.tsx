// @vitest-environment jsdom
import { render } from "solid-js/web";
import { expect, onTestFinished, test, vi } from "vitest";
import { type App, AppProvider } from "../../../components/app/context";
import { Pills } from "../../../components/chat/strip/Pills";
import { type CardView, emptyServer, emptyState, viewOf } from "../../../lib/model";
import "../../support/without-layout";

const profile = { id: "s", name: "S", url: "http://s", hasPassword: false, headerNames: [], enabled: true };
function view(id: string, title: string, unread: boolean): CardView {
  const server = emptyServer(profile);
  const session = { id, title, directory: "/x", projectId: "p", createdAt: 0, updatedAt: 0 };
  return { ...viewOf(emptyState(), { server, session }), unread };
}

test("The strip marks the other cards that are unread, and says so in their names", () => {
  const host = document.createElement("div");
  const app = { go: vi.fn(), commands: { shown: () => undefined, aria: () => undefined } };
  const views = [view("1", "Tides", true), view("2", "Charts", true), view("3", "Buoys", false)];
  const dispose = render(
    () => (
      <AppProvider value={app as unknown as App}>
        <Pills open="s/2" views={views} />
      </AppProvider>
    ),
    host,
  );
  onTestFinished(dispose);
  const pills = [...host.querySelectorAll("nav button")];
  // The open one is being read.
  expect(pills.map((pill) => pill.getAttribute("aria-label"))).toEqual(["Tides, unread", "Charts", "Buoys"]);
  expect(pills.map((pill) => pill.querySelectorAll("[data-unread]").length)).toEqual([1, 0, 0]);
});
