import { afterEach, beforeEach, expect, test } from "vitest";
import { LOST_ANSWER, LOST_REQUEST, PASS } from "../../support/fault-proxy/fate";
import { gate } from "../../support/gate";
import { atHome } from "../scene";
import { nexus, panel, proxy, stage } from "./scene";

const PROMPT = /^POST \/session\/[^/]+\/prompt_async$/;

let answered: number;

/** Each test has a session with one message behind it. */
beforeEach(async () => {
  await atHome(panel);
  await panel.ask("Hello");
  await panel.answers.getByText("I heard you.").waitFor();
  await stage.finalTexts(await panel.sessionId());
  answered = stage.model.requests.length;
});
afterEach(() => proxy.setRule(() => PASS));

const fate = () => panel.questions.last().getByRole("status");

/** The message is there once, here and at the server, and was answered once. */
async function wasSentOnce(words: string): Promise<void> {
  await expect.poll(() => panel.answers.count()).toBe(2);
  const stored = await stage.finalTexts(await panel.sessionId());
  expect(stored.map((message) => message.text)).toEqual(["Hello", "I heard you.", words, "I heard you."]);
  await expect.poll(() => panel.shown()).toEqual(stored);
  expect(stage.model.requests.length).toBe(answered + 1);
}

/** As a user does who sees that a message was not sent. */
async function sendAgainIfNotSent(): Promise<void> {
  const again = panel.button("Try again");
  await again.or(panel.answers.nth(1)).first().waitFor();
  if (await again.isVisible()) await again.click();
}

test("a message whose answer was lost on the way is found at the server, and not sent again", async () => {
  proxy.setRule((line) => (PROMPT.test(line) ? LOST_ANSWER : PASS));
  await panel.ask("Did it arrive?");
  await wasSentOnce("Did it arrive?");
  expect(await panel.button("Try again").count()).toBe(0);
});

test("a message that was lost on the way says so, keeps its text, and goes out once when tried again", async () => {
  proxy.setRule((line) => (PROMPT.test(line) ? LOST_REQUEST : PASS));
  await panel.ask("Is this lost?");
  await fate().getByText("Not sent: The server does not answer").waitFor();
  await panel.questions.last().getByText("Is this lost?", { exact: true }).waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  expect(await stage.storedTexts(await panel.sessionId())).toHaveLength(2);
  proxy.setRule(() => PASS);
  await panel.button("Try again").click();
  await wasSentOnce("Is this lost?");
});

test("a message that was not sent goes back into the composer to be changed", async () => {
  proxy.setRule((line) => (PROMPT.test(line) ? LOST_REQUEST : PASS));
  await panel.ask("A slip of the pen");
  await panel.button("Try again").waitFor();
  await panel.button("Edit").click();
  await expect.poll(() => panel.message.inputValue()).toBe("A slip of the pen");
  await expect.poll(() => panel.questions.count()).toBe(1);
  proxy.setRule(() => PASS);
  await panel.ask("A sleight of hand");
  await wasSentOnce("A sleight of hand");
});

test("a server that goes down as the message is sent: it is checked when it is up again, and not sent twice", async () => {
  proxy.setRule(async (line) => {
    if (!PROMPT.test(line)) return PASS;
    await proxy.down();
    return LOST_REQUEST;
  });
  await panel.ask("Are you there?");
  await fate().getByText("Checking…").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  proxy.setRule(() => PASS);
  await proxy.up();
  await panel.button("Try again").click();
  await wasSentOnce("Are you there?");
});

test("while a server is down nothing can be sent, and what is written stays", async () => {
  await proxy.down();
  await panel.message.fill("Not yet");
  await panel.page.getByText(/^Reconnecting to .*Your text is kept\.$/).waitFor();
  await panel.message.press("Enter");
  expect(await panel.message.inputValue()).toBe("Not yet");
  expect(await panel.questions.count()).toBe(1);
  await proxy.up();
  await panel.connected();
  await panel.message.press("Enter");
  await wasSentOnce("Not yet");
});

test("a check that gets no answer is made again", async () => {
  let reads = 0;
  proxy.setRule((line) => {
    if (PROMPT.test(line)) return LOST_ANSWER;
    // A read is tried three times by itself: the first two are lost with all of their tries.
    if (/^GET \/session\/[^/]+\/message\/msg_/.test(line) && ++reads <= 6) return LOST_REQUEST;
    return PASS;
  });
  await panel.ask("Ask once more");
  await wasSentOnce("Ask once more");
});

test("the background dies right after Send", async () => {
  await panel.ask("Quick, before it dies");
  await nexus.chromium.killWorker();
  await sendAgainIfNotSent();
  await wasSentOnce("Quick, before it dies");
});

test("the background dies while the message is on its way: it is not sent, and says so", async () => {
  const [onItsWay, dead] = [gate(), gate()];
  proxy.setRule(async (line) => {
    if (!PROMPT.test(line)) return PASS;
    onItsWay.open();
    await dead.opened;
    return LOST_REQUEST;
  });
  await panel.ask("Half-way");
  await onItsWay.opened;
  await nexus.chromium.killWorker();
  dead.open();
  await fate()
    .getByText(/^Not sent/)
    .waitFor();
  proxy.setRule(() => PASS);
  await panel.button("Try again").click();
  await wasSentOnce("Half-way");
});

test("the background dies before it hears that the message arrived: it is found, and not sent again", async () => {
  const arrived = gate();
  proxy.setRule((line) => {
    if (!PROMPT.test(line)) return PASS;
    arrived.open();
    return LOST_ANSWER;
  });
  await panel.ask("Just before");
  await arrived.opened;
  await nexus.chromium.killWorker();
  await sendAgainIfNotSent();
  await wasSentOnce("Just before");
});
