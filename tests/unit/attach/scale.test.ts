import { describe, expect, it } from "vitest";
import { PICTURE_LIMIT, SIDE_LIMIT } from "../../../lib/attach/limits";
import { rewritingOf } from "../../../lib/attach/scale";

const types = (ways: readonly { type: string }[] | undefined) => [...new Set(ways?.map(({ type }) => type))];

describe("a picture", () => {
  it.each(["image/png", "image/jpeg", "image/webp"])("of type %s within the limits is sent as it is", (mime) => {
    expect(rewritingOf(mime, PICTURE_LIMIT, { width: SIDE_LIMIT, height: SIDE_LIMIT })).toBeUndefined();
  });

  it.each([
    [4_000, 1_000, 2_000, 500],
    [1_000, 4_001, 500, 2_000],
    [2_001, 2_001, 2_000, 2_000],
    [90_000, 3, 2_000, 1],
  ])("of %d × %d pixels is scaled to %d × %d", (width, height, toWidth, toHeight) => {
    expect(rewritingOf("image/png", 10, { width, height })).toMatchObject({ width: toWidth, height: toHeight });
  });

  it("with too many bytes is written anew in its size, a photo never as PNG", () => {
    const pixels = { width: 1_900, height: 1_900 };
    const drawn = rewritingOf("image/png", PICTURE_LIMIT + 1, pixels);
    expect(drawn).toMatchObject(pixels);
    expect(types(drawn?.ways)).toEqual(["image/png", "image/jpeg"]);
    expect(types(rewritingOf("image/jpeg", PICTURE_LIMIT + 1, pixels)?.ways)).toEqual(["image/jpeg"]);
  });

  it.each(["image/gif", "image/bmp", "image/avif", "image/x-icon"])("of type %s is always written anew", (mime) => {
    expect(rewritingOf(mime, 10, { width: 10, height: 10 })).toMatchObject({ width: 10, height: 10 });
  });
});
