import { describe, expect, test } from "vitest";
import { group, model, nexus, openPicker, page, panel, picker, search, stage } from "./scene";

describe("the model picker", () => {
  test("keeps a star, a hidden model and a default by the keyboard alone", async () => {
    const keys = page().keyboard;
    await picker().focus();
    await keys.press("Enter");
    await search().waitFor();
    await keys.type("second");
    await model(/^Scripted \(second\).*200K.*\$1 \/ \$5.*Reads PDFs.*Reasons.*Uses tools/).waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await keys.press("Tab");
    await expect.poll(() => page().evaluate("document.activeElement.ariaLabel")).toBe("Favourite: Scripted (second)");
    await keys.press("Space");
    await page().getByRole("button", { name: "Favourite: Scripted (second)", pressed: true }).waitFor();
    await keys.press("Escape");
    await openPicker();
    await group("Favourites")
      .getByRole("gridcell", { name: /^Scripted \(second\)/ })
      .waitFor();
    await keys.press("ArrowDown");
    await keys.press("Enter");
    await picker().filter({ hasText: "Scripted (second)" }).waitFor();
    await openPicker();
    await panel.button("Use as default").click();
    await panel.button("Default for new sessions ✓").waitFor();
    await keys.press("Escape");
    await panel.ask("Which model are you?");
    await panel.answers.getByText("High water is at noon.").waitFor();
    expect(stage.model.requests.at(-1)?.body.model).toBe("second");
    await stage.finalTexts(await panel.sessionId());
    await panel.home();
    // The choice went with its session; the next one begins with the user's default.
    await picker().filter({ hasText: "Scripted (second)" }).waitFor();
    await openPicker();
    await panel.button("Default for new sessions ✓").click();
    await panel.button("Default for new sessions ✓").waitFor({ state: "detached" });
    await model(/^Scripted(?! \(second\))/).hover();
    await page().getByRole("button", { name: "Hide: Scripted", exact: true }).click();
    await model(/^Scripted(?! \(second\))/).waitFor({ state: "detached" });
    await panel.button("Hidden (1)").click();
    await page().getByRole("button", { name: "Show again: Scripted", exact: true }).click();
    await panel.button("Hidden (0)").waitFor();
    await keys.press("Escape");
  });
});

describe("the agent picker", () => {
  test("keeps a default, with which the next new session works", async () => {
    const agent = page().getByRole("combobox", { name: "Agent", exact: true });
    const usedBy = async (id: string) => {
      const messages = (await stage.get(`/session/${id}/message`)) as { info: { agent?: string } }[];
      return messages[0]?.info.agent;
    };
    await agent.filter({ hasText: "Build" }).click();
    await page().getByRole("option", { name: /^Plan/ }).click();
    await agent.filter({ hasText: "Plan" }).click();
    await panel.button("Use as default").click();
    await panel.button("Default for new sessions ✓").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await page().keyboard.press("Escape");
    await panel.ask("What is the plan?");
    await stage.finalTexts(await panel.sessionId());
    await panel.home();

    await agent.filter({ hasText: "Plan" }).waitFor();
    await panel.ask("And the next?");
    const id = await panel.sessionId();
    await stage.finalTexts(id);
    expect(await usedBy(id)).toBe("plan");
    await panel.home();
    await agent.click();
    await panel.button("Default for new sessions ✓").click();
    await page().keyboard.press("Escape");
    await agent.filter({ hasText: "Build" }).waitFor();
  });
});
