// @vitest-environment jsdom
import { createTwoFilesPatch } from "diff";
import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { expect, onTestFinished, test, vi } from "vitest";
import { ReviewFile } from "../../../components/review/ReviewFile";
import { FaultError, type FileChange } from "../../../lib/model";
import { later } from "../../support/later";

const patch = (before: string, after: string) => createTwoFilesPatch("a.ts", "a.ts", before, after);
const LARGE: FileChange = { path: "a.ts", status: "modified", additions: 1, deletions: 1 };

/** A file on the page whose diff is large, and all fetches of it so far. */
function show() {
  const fetches: ReturnType<typeof later<string[]>>[] = [];
  const [loads, setLoads] = createSignal(1);
  const host = document.createElement("div");
  document.body.append(host);
  onTestFinished(() => host.remove());
  const onLarge = () => {
    const fetch = later<string[]>();
    fetches.push(fetch);
    return fetch.promise;
  };
  onTestFinished(
    render(() => <ReviewFile file={LARGE} isOnly={true} isSought={false} loads={loads()} onLarge={onLarge} />, host),
  );
  const button = (name: string) =>
    [...host.querySelectorAll("button")].find((one) => one.textContent?.includes(name)) ?? undefined;
  return {
    host,
    fetches,
    loadAgain: () => setLoads((times) => times + 1),
    button,
    lines: () => [...host.querySelectorAll("[data-kind]")].map((line) => line.textContent),
  };
}

test("a large diff that is shown is fetched again with the changes; the older one stays until the newer comes", async () => {
  const { host, fetches, loadAgain, button, lines } = show();
  button("Show it")?.click();
  fetches[0]?.resolve([patch("one\n", "two\n")]);
  await vi.waitFor(() => expect(lines()).toEqual(["1−one", "1+two"]));
  // Changed once more: the counts may be the same.
  loadAgain();
  await vi.waitFor(() => expect(fetches).toHaveLength(2));
  expect(lines()).toEqual(["1−one", "1+two"]);
  expect(host.textContent).toContain("Updating…");
  // And again, while that is on its way.
  loadAgain();
  fetches[1]?.resolve([patch("one\n", "three\n")]);
  await vi.waitFor(() => expect(fetches).toHaveLength(3));
  expect(lines()).toEqual(["1−one", "1+three"]);
  fetches[2]?.resolve([patch("one\n", "four\n")]);
  await vi.waitFor(() => expect(lines()).toEqual(["1−one", "1+four"]));
  expect(host.textContent).not.toContain("Updating…");
});

test("a large diff that cannot be fetched again is shown no more, and says why", async () => {
  const { host, fetches, loadAgain, button, lines } = show();
  button("Show it")?.click();
  fetches[0]?.resolve([patch("one\n", "two\n")]);
  await vi.waitFor(() => expect(lines()).toHaveLength(2));
  loadAgain();
  await vi.waitFor(() => expect(fetches).toHaveLength(2));
  fetches[1]?.reject(new FaultError({ kind: "not-found", detail: "the file is as it was" }));
  await vi.waitFor(() => expect(lines()).toEqual([]));
  expect(host.querySelector("[role=alert]")?.textContent).toContain("Not loaded");
  expect(button("Show it")).toBeDefined();
});

test("a large diff that is folded is forgotten when the changes are loaded again", async () => {
  const { fetches, loadAgain, button, lines } = show();
  button("Show it")?.click();
  fetches[0]?.resolve([patch("one\n", "two\n")]);
  await vi.waitFor(() => expect(lines()).toHaveLength(2));
  button("a.ts")?.click();
  loadAgain();
  button("a.ts")?.click();
  expect(lines()).toEqual([]);
  expect(fetches).toHaveLength(1);
  expect(button("Show it")).toBeDefined();
});
