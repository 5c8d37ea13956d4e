import type { Part } from "./part";

export const PANEL = { id: "panel", what: "panel opened → cards usable", unit: "ms" } as const;
export const PANEL_ASLEEP = { id: "panel-asleep", what: "the same, background asleep", unit: "ms" } as const;

export const panel: Part = async ({ results, pairs, ground, arena }) => {
  const { ours, web } = await arena();
  await web.leave();
  // What has been open is a card.
  for (const messages of [100, 102, 104]) await ours.openWarm(await (await ground()).session(messages));
  for (let pair = 0; pair < pairs; pair++) {
    results.add(PANEL_ASLEEP, "ours", await ours.load({ asleep: true }));
    await ours.connected();
    results.add(PANEL, "ours", await ours.load());
  }
};
