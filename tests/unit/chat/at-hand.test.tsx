// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { messageAtHand } from "../../../components/chat/message/at-hand";

const article = (kind: string, id: string) =>
  `<article aria-label="${kind}" data-message-id="${id}"><p id="${id}">Words of ${id}</p></article>`;

beforeEach(() => {
  const messages = [article("You", "q1"), article("Assistant", "a1"), article("You", "q2"), article("Assistant", "a2")];
  document.body.innerHTML = `${messages.join("")}<textarea></textarea>`;
  document.getSelection()?.removeAllRanges();
});
const at = (id: string) => document.getElementById(id);

test("Whoever is in none of the messages means the last of a kind", () => {
  expect([messageAtHand("You", document.querySelector("textarea")), messageAtHand("Assistant", null)]).toEqual([
    "q2",
    "a2",
  ]);
  document.body.innerHTML = "";
  expect(messageAtHand("You", null)).toBeUndefined();
});

test("The message that has the focus, or selected words, is meant before the last one of its kind", () => {
  expect([messageAtHand("You", at("q1")), messageAtHand("Assistant", at("q1"))]).toEqual(["q1", "a2"]);
  const words = at("a1")?.firstChild;
  if (words) document.getSelection()?.setBaseAndExtent(words, 0, words, 5);
  expect([messageAtHand("You", at("q1")), messageAtHand("Assistant", at("q1"))]).toEqual(["q1", "a1"]);
});
