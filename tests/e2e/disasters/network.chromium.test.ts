import { describe, expect, test } from "vitest";
import { basicAuthorization } from "../../../lib/opencode/http";
import {
  type Fate,
  htmlPage,
  instead,
  jsonError,
  LOST_ANSWER,
  LOST_REQUEST,
  PASS,
  refused,
} from "../../support/fault-proxy/fate";
import { seededRandom } from "../../support/fault-proxy/random";
import { scripted } from "../../support/fault-proxy/script";
import { until } from "../../support/until";
import { ANSWER, MESSAGES, PROMPT, QUESTION, STREAM, useDisasters } from "./disasters";

const { stage, proxy, panel, goOn, halfWay, end, reconnected, lastWord, isRight } = useDisasters();

/** The first `times` requests of this kind meet with the fate, the others pass. */
function first(times: number, kind: RegExp, fate: Fate): void {
  let met = 0;
  proxy.setRule((line) => (kind.test(line) && ++met <= times ? fate : PASS));
}
const all = (fate: Fate, kind = /^/) => proxy.setRule((line) => (kind.test(line) ? fate : PASS));
const seed = (number: number) => {
  const random = seededRandom(number);
  return () => 1 + Math.floor(random() * 12);
};

describe("half-way through an answer", () => {
  /** What happens after the stream is cut; the panel is to come back by itself. */
  test.each<[string, (id: string) => unknown]>([
    ["the stream is cut, and there again at once", goOn],
    [
      "the stream is cut, and there again after the answer's end",
      async (id) => {
        all(LOST_REQUEST, STREAM);
        await end(id);
        await proxy.heal();
      },
    ],
    [
      "all connections are cut",
      () => {
        proxy.cut();
        goOn();
      },
    ],
    [
      "the way is closed and opened again",
      async () => {
        await proxy.down();
        goOn();
        await proxy.up();
      },
    ],
    [
      "the way is closed until after the end",
      async (id) => {
        await proxy.down();
        await end(id);
        await proxy.up();
      },
    ],
    [
      "the next streams are cut after 400 bytes",
      () => {
        first(3, STREAM, { answer: { cutAfter: 400 } });
        goOn();
      },
    ],
    [
      "the next streams end in order after 400 bytes",
      () => {
        first(3, STREAM, { answer: { closeAfter: 400 } });
        goOn();
      },
    ],
    [
      "the next streams are refused by a proxy's page",
      async (id) => {
        first(2, STREAM, htmlPage(502));
        await end(id);
      },
    ],
    [
      "the next streams are a page that says all is well",
      async (id) => {
        first(2, STREAM, htmlPage(200));
        await end(id);
      },
    ],
    [
      "the next streams are empty",
      async (id) => {
        first(2, STREAM, instead(200, "text/event-stream", ""));
        await end(id);
      },
    ],
    [
      "the next stream comes late",
      async (id) => {
        first(1, STREAM, { answer: { delay: 800 } });
        await end(id);
      },
    ],
    [
      "everything is answered by a proxy's page until after the end",
      async (id) => {
        all(htmlPage(502));
        await end(id);
        await proxy.heal();
      },
    ],
    [
      "everything is answered by a login page until after the end",
      async (id) => {
        all(htmlPage(200));
        await end(id);
        await proxy.heal();
      },
    ],
    [
      "everything comes byte by byte",
      () => {
        all({ answer: { pieces: seed(1) }, request: { pieces: seed(2) } });
        goOn();
      },
    ],
    [
      "everything is throttled",
      () => {
        all({ answer: { pieces: () => 400, pace: 5 } });
        goOn();
      },
    ],
    [
      "everything is late",
      () => {
        all({ answer: { delay: 250 } });
        goOn();
      },
    ],
    [
      "the messages that are fetched break off",
      async (id) => {
        first(3, MESSAGES, { answer: { cutAfter: 300 } });
        await end(id);
      },
    ],
    [
      "the messages that are fetched end in order in the middle",
      async (id) => {
        first(1, MESSAGES, { answer: { closeAfter: 600 } });
        await end(id);
      },
    ],
    [
      "the messages that are fetched are half a JSON",
      async (id) => {
        first(1, MESSAGES, instead(200, "application/json", '[{"info":{"id":"msg_'));
        await end(id);
      },
    ],
    [
      "the messages that are fetched are refused by a proxy's page",
      async (id) => {
        first(3, MESSAGES, htmlPage(503));
        await end(id);
      },
    ],
    [
      "the messages that are fetched stall, and break",
      async (id) => {
        const before = proxy.seen.length;
        first(1, MESSAGES, { answer: { stallAfter: 300 } });
        proxy.cut(STREAM);
        await end(id);
        await expect.poll(() => proxy.seen.slice(before).some((line) => MESSAGES.test(line))).toBe(true);
        proxy.cut(MESSAGES);
      },
    ],
    [
      "what runs is not told",
      async (id) => {
        first(3, /^GET \/session\/status$/, htmlPage(502));
        await end(id);
      },
    ],
    [
      "the list of sessions is not told",
      async (id) => {
        first(3, /^GET \/experimental\/session$/, jsonError(500));
        await end(id);
      },
    ],
  ])("%s", async (_, then) => {
    const id = await halfWay();
    await reconnected(() => {
      const rest = then(id);
      proxy.cut(STREAM);
      return rest;
    });
    await isRight(id);
  });

  test("the messages on show cannot be fetched any more: they are a saved copy, and all else is as it should be", async () => {
    const id = await halfWay();
    await reconnected(() => {
      all(jsonError(500), MESSAGES);
      proxy.cut(STREAM);
    });
    await panel.page.getByText("Saved copy. The server reported an error of its own.").waitFor();
    expect(await panel.status.textContent()).toBe("Connected to Local");
    await end(id);
    await proxy.heal();
    await isRight(id);
  });

  test("the stream stands still until after the end, and then goes on", async () => {
    const id = await halfWay();
    proxy.stall("answer");
    await end(id);
    proxy.resume();
    await isRight(id);
  });

  test("the stream stands still until after the end, and then breaks", async () => {
    const id = await halfWay();
    proxy.stall("answer");
    await end(id);
    await reconnected(() => {
      proxy.resume();
      proxy.cut(STREAM);
    });
    await isRight(id);
  });

  test("nothing more gets to the server, which still talks", async () => {
    const id = await halfWay();
    proxy.stall("request");
    goOn();
    await lastWord();
    proxy.resume();
    await isRight(id);
  });

  test("the password is changed, and put right in the settings", async () => {
    const id = await halfWay();
    const right = basicAuthorization("opencode", "ebb and flow");
    proxy.setRule((_, header) => (header("authorization") === right ? PASS : refused()));
    proxy.cut(STREAM);
    await panel.page.getByText("User or password was refused", { exact: true }).waitFor();
    await end(id);
    await panel.button("Edit server").click();
    await panel.page.getByLabel("Password", { exact: true }).fill("ebb and flow");
    await panel.button("Save and connect").click();
    await panel.card(id).locator("[data-card-open]").click();
    await isRight(id);
  });
});

describe("a second message", () => {
  test.each<[string, Fate, number]>([
    ["whose answer is lost", LOST_ANSWER, 1],
    ["that comes byte by byte", { request: { pieces: () => 1 } }, 1],
    ["that is late", { request: { delay: 600 } }, 1],
  ])("%s is there once", async (_, fate, times) => {
    goOn();
    const id = await halfWay();
    await end(id);
    first(times, PROMPT, fate);
    await panel.ask("And the moon?");
    await isRight(id, [QUESTION, ANSWER, "And the moon?", ANSWER]);
  });

  /** Resolves when the server has answered it; tries again as a user does who is told that it was not sent. */
  async function arrived(id: string): Promise<void> {
    const again = panel.button("Try again");
    await until(async () => {
      if (await again.isVisible()) await again.click();
      return (await stage.storedTexts(id)).length > 2;
    }, "The second message");
    await stage.finalTexts(id);
  }

  test.each([1, 2, 3, 4].map((number) => ({ number })))(
    "on a network whose troubles are drawn from seed $number",
    async ({ number }) => {
      goOn();
      const id = await halfWay();
      await end(id);
      await reconnected(async () => {
        proxy.setRule(scripted(seededRandom(number), 0.3));
        await panel.ask("And the moon?");
        proxy.cut(STREAM);
        await arrived(id);
        await proxy.heal();
        proxy.cut(STREAM);
      });
      await isRight(id, [QUESTION, ANSWER, "And the moon?", ANSWER]);
    },
  );
});
