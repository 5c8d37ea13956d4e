import { describe, expect, test } from "vitest";
import {
  afterNews,
  afterResize,
  afterScroll,
  type Follow,
  release,
  startFollow,
} from "../../../components/chat/conversation/follow";

const at = (top: number, height = 1000, view = 400) => ({ top, height, view });

/** A conversation that is followed and at its end. */
const atEnd = (): Follow => afterResize(startFollow("end"), at(0)).follow;

describe("following a growing conversation", () => {
  test("goes to the end when content grows", () => {
    const { top } = afterResize(atEnd(), at(600, 1200));
    expect(top).toBe(800);
  });

  test("goes on when content has grown between a frame's scroll and its event", () => {
    const followed = afterScroll(atEnd(), at(600, 1300));
    expect(followed.mode).toBe("end");
  });

  test("ends with the smallest move upwards", () => {
    const reading = afterScroll(atEnd(), at(590));
    expect(reading.mode).toBe("read");
    expect(afterResize(reading, at(590, 1500)).top).toBeUndefined();
  });

  test("begins again near the end, when the reader comes down to it", () => {
    const reading = afterScroll(atEnd(), at(300));
    expect(afterScroll(reading, at(500)).mode).toBe("read");
    expect(afterScroll(reading, at(580)).mode).toBe("end");
  });

  test("does not begin where the page ends and the conversation goes on", () => {
    const reading = afterScroll(atEnd(), at(300));
    expect(afterScroll(reading, at(600), false).mode).toBe("read");
  });

  test("survives content that shrinks and clamps the box", () => {
    expect(afterScroll(atEnd(), at(400, 800)).mode).toBe("end");
  });

  test("stays while the box itself becomes smaller", () => {
    expect(afterResize(atEnd(), at(600, 1000, 300)).top).toBe(700);
  });
});

describe("reading elsewhere", () => {
  test("what comes at the end is unread until the reader is there", () => {
    const reading = afterScroll(atEnd(), at(200));
    expect(reading.unread).toBe(false);
    const told = afterNews(afterResize(reading, at(200, 1400)).follow);
    expect(told.unread).toBe(true);
    expect(afterScroll(told, at(1000, 1400)).unread).toBe(false);
  });

  test("what is unfolded there is not unread", () => {
    const reading = afterScroll(atEnd(), at(200));
    expect(afterResize(reading, at(200, 1400)).follow.unread).toBe(false);
  });

  test("is over when the box has grown, or its content shrunk, until the end is in sight", () => {
    const reading = { ...afterScroll(atEnd(), at(200)), unread: true };
    expect(afterResize(reading, at(0, 1000, 1000)).follow).toEqual({ mode: "end", top: 0, unread: false });
    expect(afterResize(reading, at(200, 600, 400)).follow.mode).toBe("end");
    expect(afterResize(reading, at(200, 700, 400)).follow.mode).toBe("read");
    // The end of what is on the page is not always that of the conversation.
    expect(afterResize(reading, at(0, 1000, 1000), false).follow.mode).toBe("read");
  });

  test("what comes at an end that is followed is not unread", () => {
    expect(afterNews(atEnd()).unread).toBe(false);
  });
});

describe("a held place", () => {
  test("is held while content arrives, and never becomes the end by that", () => {
    const { follow, top } = afterResize(startFollow("held"), at(0, 2000));
    expect([follow.mode, top]).toEqual(["held", undefined]);
  });

  test("stays held when the box is clamped at its end, and is let go by the reader's move", () => {
    const held = { ...startFollow("held"), top: 600 };
    expect(afterScroll(held, at(580, 980)).mode).toBe("held");
    expect(afterScroll(held, at(400)).mode).toBe("read");
  });

  test("is let go when released, and following is not", () => {
    expect(release(startFollow("held")).mode).toBe("read");
    expect(release(startFollow("end")).mode).toBe("end");
  });

  test("belongs to the reader as soon as they move", () => {
    const held = afterResize(startFollow("held"), at(1350, 2000)).follow;
    expect(afterScroll(held, at(1300, 2000)).mode).toBe("read");
    expect(afterScroll(held, at(1400, 2000)).mode).toBe("read");
  });
});
