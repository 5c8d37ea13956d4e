import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** The code that the signing-in of `harbour` takes. */
export const GOOD_CODE = "low-water";

const PRICE = { input: 3, output: 15 };
/** What stands also where nobody knows the price. */
const NOTHING = { input: 0, output: 0 };

const model = (id: string, name: string, cost = PRICE) => ({
  id,
  name,
  release_date: "2025-01-01",
  attachment: true,
  reasoning: true,
  temperature: true,
  tool_call: true,
  limit: { context: 200_000, output: 32_000 },
  cost,
  modalities: { input: ["text", "image", "pdf"], output: ["text"] },
});
const byId = (models: ReturnType<typeof model>[]) => Object.fromEntries(models.map((one) => [one.id, one]));
const compatible = { npm: "@ai-sdk/openai-compatible", api: "http://127.0.0.1:9/v1" };

/** What OpenCode knows of the world's models: one provider with very many, one that a plugin signs in at. */
const KNOWN = {
  acme: {
    ...compatible,
    id: "acme",
    name: "Acme",
    env: ["ACME_KEY"],
    models: byId([
      ...Array.from({ length: 300 }, (_, index) => model(`tide-${index}`, `Tide ${index}`)),
      model("claude-sonnet-4-5", "Claude Sonnet 4.5"),
      model("ebb:free", "Ebb", NOTHING),
      model("flow", "Flow", NOTHING),
    ]),
  },
  harbour: { ...compatible, id: "harbour", name: "Harbour", env: [], models: byId([model("pilot", "Pilot")]) },
};

/**
 * A plugin of OpenCode's, without the provider behind it: two ways to sign in, one with questions and a code, one that waits for
 * what the provider's page would tell it.
 *
 * @param verdict the file by which that is told
 */
const plugin = (verdict: string) => `import { existsSync, readFileSync, rmSync } from "node:fs";
const VERDICT = ${JSON.stringify(verdict)};
let latest = 0;
/** What is told to the latest who waits; who waited before goes on waiting. */
async function verdict() {
  const own = ++latest;
  while (own !== latest || !existsSync(VERDICT)) await new Promise((resolve) => setTimeout(resolve, 50));
  const word = readFileSync(VERDICT, "utf8");
  rmSync(VERDICT);
  return word;
}
export const Harbour = async () => ({
  auth: {
    provider: "harbour",
    loader: async () => ({}),
    methods: [
      {
        type: "oauth",
        label: "With a code",
        prompts: [
          { type: "select", key: "plan", message: "Plan", options: [
            { label: "Free", value: "free" }, { label: "Paid", value: "paid" } ] },
          { type: "text", key: "berth", message: "Berth", when: { key: "plan", op: "eq", value: "paid" } },
        ],
        authorize: async (inputs) => ({
          url: "http://127.0.0.1:9/sign-in?" + new URLSearchParams(inputs),
          instructions: "Take the code of the page here.",
          method: "code",
          callback: async (code) =>
            code === ${JSON.stringify(GOOD_CODE)} ? { type: "success", key: "harbour-key" } : { type: "failed" },
        }),
      },
      {
        type: "oauth",
        label: "By itself",
        authorize: async () => ({
          url: "http://127.0.0.1:9/device",
          instructions: "Enter code: TIDE-1234",
          method: "auto",
          callback: async () =>
            (await verdict()) === "yes" ? { type: "success", key: "harbour-key" } : { type: "failed" },
        }),
      },
    ],
  },
});
`;

/** Writes both where a server finds them by its environment and configuration. */
export async function knownProviders() {
  const folder = await mkdtemp(path.join(tmpdir(), "nexus-providers-"));
  const models = path.join(folder, "models.json");
  const file = path.join(folder, "harbour.mjs");
  await writeFile(models, JSON.stringify(KNOWN));
  const verdict = path.join(folder, "verdict");
  await writeFile(file, plugin(verdict));
  return {
    env: { OPENCODE_MODELS_PATH: models },
    // Every provider may be used, as for most people.
    config: { plugin: [pathToFileURL(file).href], enabled_providers: undefined },
    /** What the provider's page tells the server of somebody who signs in there. */
    async decide(word: "yes" | "no"): Promise<void> {
      // Never seen half-written.
      await writeFile(`${verdict}.new`, word);
      await rename(`${verdict}.new`, verdict);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
