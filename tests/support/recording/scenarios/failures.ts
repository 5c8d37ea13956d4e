import { broken, failure, hold, reasoning, stall, text, tool } from "../../../../tools/model/steps";
import type { Scenario } from "../recorder";
import type { Stage } from "../stage";

const retry: Scenario = {
  name: "error-retried",
  about: "The provider fails once with 500; the server tries again and the answer comes.",
  play: async (stage) => {
    const session = await stage.createSession();
    stage.setScript(() => {
      stage.setScript(() => [text("Here I am.", 2)]);
      return [failure(500, "The model is overloaded", { "retry-after": "1" })];
    });
    await stage.prompt(session, "Are you there?");
    await retrying(stage);
    await stage.call("GET", "/session/status");
    await stage.idle(session);
  },
};

const refused: Scenario = {
  name: "error-refused",
  about: "The provider refuses the key with 401; the turn fails for good.",
  script: () => [failure(401, "Invalid API key")],
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Are you there?");
    await stage.idle(session);
  },
};

const cut: Scenario = {
  name: "error-cut",
  about: "The provider's connection breaks in the middle of the answer, once; the server tries again.",
  play: async (stage) => {
    const session = await stage.createSession();
    const half = hold();
    stage.setScript(() => {
      stage.setScript(() => [text("The whole answer.", 2)]);
      return [text("Half of the", 2), half.step, broken()];
    });
    await stage.prompt(session, "Are you there?");
    await stage.said(" the");
    half.release();
    await stage.idle(session);
  },
};

const abort: Scenario = {
  name: "aborted",
  about: "The user stops an answer in the middle, after a piece of text.",
  script: () => [reasoning("Let me see.", 2), text("The first words of a long", 2), stall()],
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Tell me a long story");
    await stage.said(" long");
    await stage.call("GET", `/session/${session}/message`);
    await stage.call("POST", `/session/${session}/abort`);
    await stage.idle(session);
  },
};

const abortTool: Scenario = {
  name: "aborted-tool",
  about: "The user stops while a tool waits for a permission; the server keeps the request in its list.",
  script: () => [text("I will list the files.", 2), tool("bash", { command: "ls", description: "Lists files" })],
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "List the files");
    const asked = await stage.next("permission.asked", session);
    await stage.call("POST", `/session/${session}/abort`);
    await stage.idle(session);
    await stage.idle(session);
    await stage.call("GET", "/permission");
    await stage.call("POST", `/permission/${asked.id}/reply`, { reply: "reject" });
  },
};

const gap: Scenario = {
  name: "fetched-midway",
  about: "The messages are fetched in the middle of an answer: what is stored then, and what the stream had said.",
  play: async (stage) => {
    const session = await stage.createSession();
    const half = hold();
    stage.setScript(() => [text("The first half,", 2), half.step, text(" and the second.", 2)]);
    await stage.prompt(session, "Tell me");
    await stage.said(" half,");
    await stage.call("GET", `/session/${session}/message`);
    half.release();
    await stage.idle(session);
  },
};

const model: Scenario = {
  name: "error-model",
  about: "A prompt names a model that does not exist: it is accepted, and fails later.",
  play: async (stage) => {
    const session = await stage.createSession();
    await stage.prompt(session, "Are you there?", { model: { providerID: "nobody", modelID: "none" } });
    await stage.next("session.error", session);
  },
};

async function retrying(stage: Stage): Promise<void> {
  await stage.stream.until(
    (event) => event.type === "session.status" && JSON.stringify(event.properties?.status).includes('"retry"'),
  );
}

export const failures = [retry, refused, cut, model, abort, abortTool, gap];
