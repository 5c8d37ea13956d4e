import { createRoot } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import type { DraftKey } from "../../../components/app/drafts";
import { createSubmit } from "../../../components/composer/create-submit";
import { createAction } from "../../../components/ui/action";
import { sessionKey } from "../../../lib/model";

let dispose = () => {};
afterEach(() => dispose());

/** A composer from which a prompt takes until `done` or `fail`; what is sent goes from the draft. */
function composer() {
  const sent: string[] = [];
  const held = { draft: "", key: sessionKey("a", "1") as DraftKey };
  let settle: { resolve(): void; reject(error: Error): void } | undefined;
  const send = createAction(async (beside: boolean) => {
    const words = held.draft;
    sent.push(beside ? `${words}, beside` : words);
    await new Promise<void>((resolve, reject) => {
      settle = { resolve, reject };
    });
    if (held.draft.startsWith(words)) held.draft = held.draft.slice(words.length);
  });
  const submit = createRoot((end) => {
    dispose = end;
    return createSubmit({ send, isReady: () => held.draft !== "", key: () => held.key });
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    sent,
    held,
    submit,
    done: async () => {
      settle?.resolve();
      await settled();
    },
    fail: async () => {
      settle?.reject(new Error("The storage is full"));
      await settled();
    },
  };
}

describe("what is submitted while something is on its way", () => {
  test("goes after it", async () => {
    const { sent, held, submit, done } = composer();
    held.draft = "One";
    void submit(false);
    held.draft = "Two";
    void submit(true);
    expect(sent).toEqual(["One"]);
    await done();
    expect(sent).toEqual(["One", "Two, beside"]);
    await done();
    expect(held.draft).toBe("");
  });

  test("is sent once when nothing was written since", async () => {
    const { sent, held, submit, done } = composer();
    held.draft = "One";
    void submit(false);
    void submit(false);
    await done();
    await done();
    expect(sent).toEqual(["One"]);
  });

  test("stays when the first one could not be sent", async () => {
    const { sent, held, submit, fail, done } = composer();
    held.draft = "One";
    void submit(false);
    held.draft = "One and more";
    void submit(false);
    await fail();
    expect(sent).toEqual(["One"]);
    expect(held.draft).toBe("One and more");
    // Nor does it go by itself after the next.
    void submit(false);
    await done();
    expect(sent).toEqual(["One", "One and more"]);
  });

  test("stays when the composer is gone, or another session's", async () => {
    const { sent, held, submit, done } = composer();
    held.draft = "One";
    void submit(false);
    held.draft = "Two";
    void submit(false);
    held.key = sessionKey("a", "2");
    await done();
    expect(sent).toEqual(["One"]);
    void submit(false);
    held.draft = "Three";
    void submit(false);
    dispose();
    await done();
    expect(sent).toEqual(["One", "Two"]);
  });
});
