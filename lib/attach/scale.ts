import { PICTURE_LIMIT, SIDE_LIMIT } from "./limits";

export interface Pixels {
  width: number;
  height: number;
}

/** How a picture is written anew: each way in turn, until its bytes are few enough. */
export interface Rewriting extends Pixels {
  ways: readonly { type: "image/png" | "image/jpeg"; quality?: number }[];
}

/** What models and servers read as it is. GIFs are not among them: the server's reader refuses some that browsers show. */
const READ_BY_ALL: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp"]);

const JPEG = [0.9, 0.8, 0.6].map((quality) => ({ type: "image/jpeg", quality }) as const);
const PNG = [{ type: "image/png" } as const, ...JPEG];

/** How a picture has to be written anew before it is sent; `undefined` when it is sent as it is. */
export function rewritingOf(mime: string, size: number, pixels: Pixels): Rewriting | undefined {
  const fitted = fitting(pixels);
  const isFitting = fitted.width === pixels.width && fitted.height === pixels.height;
  if (isFitting && size <= PICTURE_LIMIT && READ_BY_ALL.has(mime)) return undefined;
  // What was a photo stays one; letters and lines stay sharp where there is room.
  return { ...fitted, ways: mime === "image/jpeg" ? JPEG : PNG };
}

/** The same shape with no side longer than the limit, and none shorter than a pixel. */
export function fitting({ width, height }: Pixels): Pixels {
  const factor = Math.min(1, SIDE_LIMIT / Math.max(width, height));
  const scaled = (side: number) => Math.max(1, Math.round(side * factor));
  return { width: scaled(width), height: scaled(height) };
}
