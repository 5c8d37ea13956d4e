import { beforeEach, expect, test } from "vitest";
import { text, tool } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { nexus, panel, stage } from "./scene";

beforeEach(() => atHome(panel));

const option = (label: string, description = "") => ({ label, description });

/** Asks it, and resolves to its form. */
async function asked(header: string, question: string, options: ReturnType<typeof option>[]) {
  stage.model.setScript(({ results }) =>
    results.length > 0 ? [text("Thank you.")] : [tool("question", { questions: [{ header, question, options }] })],
  );
  await panel.ask(`Ask of the ${header}`);
  const form = panel.request(`Question: ${header}`);
  await form.waitFor();
  return form;
}

async function answered(told: string): Promise<void> {
  await panel.answers.getByText("Thank you.").waitFor();
  expect(stage.model.requests.at(-1)?.results.at(-1)).toContain(told);
}

test("a question with twenty options has all of them, the last by keys as well, and its answer in sight", async () => {
  const options = Array.from({ length: 20 }, (_, at) => option(`Berth ${at + 1}`, at % 3 ? "" : "By the quay"));
  const form = await asked("Berths", "Which berth?", options);
  expect(await form.getByRole("radio").count()).toBe(21);
  await form.getByRole("radio", { name: "Berth 2", exact: true }).check();
  for (let ups = 0; ups < 3; ups++) await panel.page.keyboard.press("ArrowUp");
  const last = form.getByRole("radio", { name: "Berth 20", checked: true });
  await last.and(panel.page.locator(":focus")).waitFor();
  // At its end and at its beginning, no choice lies half below the buttons.
  expect(await nexus.violations(panel)).toEqual([]);
  const first = form.getByRole("radio").first();
  await first.evaluate((radio) => radio.scrollIntoView({ block: "nearest" }));
  expect(await nexus.violations(panel)).toEqual([]);
  await last.evaluate((radio) => radio.scrollIntoView({ block: "nearest" }));
  const bottom = (await last.boundingBox())?.y ?? Number.POSITIVE_INFINITY;
  const answer = form.getByRole("button", { name: "Answer", exact: true });
  // Not below the buttons, which stay in sight.
  expect(bottom).toBeLessThan((await answer.boundingBox())?.y ?? 0);
  await answer.click();
  await answered('"Which berth?"="Berth 20"');
});

test("a question of very long words is read whole, without scrolling to the side", async () => {
  const word = "Llanfairpwllgwyngyll".repeat(6);
  const form = await asked("Names", `Which name, ${word}? ${"It goes on and on. ".repeat(20)}`, [
    option(word, word),
    option("Brest", "Short. ".repeat(40)),
  ]);
  for (const width of [240, 360]) {
    await nexus.chromium.setPanelSize(panel.page, { width, height: 700 });
    expect(await form.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  }
  await nexus.chromium.setPanelSize(panel.page);
  expect(await nexus.violations(panel)).toEqual([]);
  await form.getByRole("radio", { name: word }).check();
  await form.getByRole("button", { name: "Answer", exact: true }).click();
  await answered(`"="${word}"`.slice(1));
});

test("a question from right to left has its choices on the right, each beside its words", async () => {
  const form = await asked("الميناء", "أي ميناء تقصد؟", [option("بريست", "على المحيط الأطلسي"), option("Hamburg")]);
  const places = await form.getByRole("radio").evaluateAll((radios) =>
    radios.slice(0, 2).map((radio) => {
      const label = radio.parentElement?.querySelector("label")?.getBoundingClientRect();
      return radio.getBoundingClientRect().left > (label?.left ?? Number.NaN) ? "right" : "left";
    }),
  );
  expect(places).toEqual(["right", "left"]);
  expect(await nexus.violations(panel)).toEqual([]);
  await form.getByRole("radio", { name: "بريست" }).check();
  await form.getByRole("button", { name: "Answer", exact: true }).click();
  await answered('"أي ميناء تقصد؟"="بريست"');
});
