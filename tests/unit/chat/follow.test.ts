import { describe, expect, test } from "vitest";
import {
  afterResize,
  afterScroll,
  type Follow,
  release,
  startFollow,
} from "../../../components/chat/conversation/follow";

const at = (top: number, height = 1000, view = 400) => ({ top, height, view });

/** A conversation that is followed and at its end. */
const atEnd = (): Follow => afterResize(startFollow(0), at(0)).follow;

describe("following a growing conversation", () => {
  test("goes to the end when content grows", () => {
    const { top } = afterResize(atEnd(), at(600, 1200));
    expect(top).toBe(800);
  });

  test("goes on when content has grown between a frame's scroll and its event", () => {
    const followed = afterScroll(atEnd(), at(600, 1300));
    expect(followed.end).toBe(0);
  });

  test("ends with the smallest move upwards", () => {
    const reading = afterScroll(atEnd(), at(590));
    expect(reading.end).toBeUndefined();
    expect(afterResize(reading, at(590, 1500)).top).toBeUndefined();
  });

  test("begins again near the end, when the reader comes down to it", () => {
    const reading = afterScroll(atEnd(), at(300));
    expect(afterScroll(reading, at(500)).end).toBeUndefined();
    expect(afterScroll(reading, at(580)).end).toBe(0);
  });

  test("survives content that shrinks and clamps the box", () => {
    expect(afterScroll(atEnd(), at(400, 800)).end).toBe(0);
  });

  test("stays while the box itself becomes smaller", () => {
    expect(afterResize(atEnd(), at(600, 1000, 300)).top).toBe(700);
  });
});

describe("reading elsewhere", () => {
  test("what comes at the end is unread until the reader is there", () => {
    const reading = afterScroll(atEnd(), at(200));
    expect(reading.unread).toBe(false);
    const grown = afterResize(reading, at(200, 1400)).follow;
    expect(grown.unread).toBe(true);
    expect(afterScroll(grown, at(1000, 1400)).unread).toBe(false);
  });
});

describe("a restored place", () => {
  test("is held while content arrives", () => {
    const first = afterResize(startFollow(250), at(0, 500));
    expect(first.top).toBe(0);
    expect(afterResize(first.follow, at(0, 2000)).top).toBe(1350);
  });

  test("is let go when released, and following is not", () => {
    expect(release(startFollow(250)).end).toBeUndefined();
    expect(release(startFollow(0)).end).toBe(0);
  });

  test("belongs to the reader as soon as they move", () => {
    const held = afterResize(startFollow(250), at(0, 2000)).follow;
    expect(afterScroll(held, at(1300, 2000)).end).toBeUndefined();
    expect(afterScroll(held, at(1400, 2000)).end).toBeUndefined();
  });
});
