// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { messageAtHand } from "../../../components/chat/message/at-hand";

const article = (kind: "own" | "answer" | "unsent" | undefined, id: string) =>
  `<article ${kind ? `data-at-hand="${kind}"` : ""} data-message-id="${id}"><p id="${id}">Words of ${id}</p></article>`;
const show = (...articles: string[]) => {
  document.body.innerHTML = `${articles.join("")}<textarea></textarea>`;
};

beforeEach(() => {
  show(article("own", "q1"), article("answer", "a1"), article("own", "q2"), article("answer", "a2"));
  document.getSelection()?.removeAllRanges();
});
const at = (id: string) => document.getElementById(id);

test("Whoever is in none of the messages means the last of a kind", () => {
  expect([messageAtHand("own", document.querySelector("textarea")), messageAtHand("answer", null)]).toEqual([
    "q2",
    "a2",
  ]);
  document.body.innerHTML = "";
  expect(messageAtHand("own", null)).toBeUndefined();
});

test("The message that has the focus, or selected words, is meant before the last one of its kind", () => {
  expect([messageAtHand("own", at("q1")), messageAtHand("answer", at("q1"))]).toEqual(["q1", "a2"]);
  const words = at("a1")?.firstChild;
  if (words) document.getSelection()?.setBaseAndExtent(words, 0, words, 5);
  expect([messageAtHand("own", at("q1")), messageAtHand("answer", at("q1"))]).toEqual(["q1", "a1"]);
});

test("Where nothing can be done, as after a compaction, and with what was not sent, the message before is meant", () => {
  show(article("own", "q1"), article(undefined, "compaction"), article("answer", "summary"), article("unsent", "q2"));
  expect([messageAtHand("own", null), messageAtHand("unsent", null)]).toEqual(["q1", "q2"]);
  expect([messageAtHand("own", at("compaction")), messageAtHand("own", at("q2"))]).toEqual(["q1", "q1"]);
});
