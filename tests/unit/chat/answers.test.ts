import { describe, expect, test } from "vitest";
import { type Answer, choose, chooseOwn, replyOf, sheetOf } from "../../../components/requests/answers";
import { permissionTitle } from "../../../components/requests/permission";
import type { Question, QuestionRequest } from "../../../lib/model";

const question: Question = {
  question: "Which?",
  header: "Which",
  options: ["a", "b", "c"].map((label) => ({ label, description: "" })),
  multiple: false,
  custom: true,
};
const blank: Answer = { chosen: [], own: "", ownChosen: false };

describe("an answer", () => {
  test("has one option where one is asked for", () => {
    const answer = choose(choose(blank, "a", false), "b", false);
    expect(replyOf(question, answer)).toEqual(["b"]);
  });

  test("has several in the order of the options, and loses them when clicked again", () => {
    const both = choose(choose(blank, "c", true), "a", true);
    expect(replyOf(question, both)).toEqual(["a", "c"]);
    expect(replyOf(question, choose(both, "c", true))).toEqual(["a"]);
  });

  test("in own words replaces an option, or stands beside several", () => {
    const own = { own: " mine " };
    expect(replyOf(question, chooseOwn({ ...choose(blank, "a", false), ...own }, true, false))).toEqual(["mine"]);
    expect(replyOf(question, chooseOwn({ ...choose(blank, "a", true), ...own }, true, true))).toEqual(["a", "mine"]);
  });

  test("of blank own words is none", () => {
    expect(replyOf(question, { ...blank, own: "  ", ownChosen: true })).toEqual([]);
  });

  test("survives its form", () => {
    const request: QuestionRequest = { id: "que", type: "question", sessionId: "ses", questions: [question] };
    const [, change] = sheetOf(request);
    change("answers", 0, choose(blank, "b", false));
    expect(sheetOf({ ...request })[0].answers[0]?.chosen).toEqual(["b"]);
  });
});

test("a permission is asked for in words", () => {
  expect(permissionTitle("bash")).toBe("Run a command?");
  expect(permissionTitle("github_create_issue")).toBe("Use github_create_issue?");
});
