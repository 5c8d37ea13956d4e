import { PICTURE_LIMIT } from "./limits";
import { type Pixels, type Rewriting, rewritingOf } from "./scale";

export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  mime: string;
  /** Present when it was scaled down. */
  scaledFrom?: Pixels;
}

/** A picture as models take it; `undefined` when the browser cannot read it. */
export async function toPicture(bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<Picture | undefined> {
  // What the browser cannot decode the server cannot either; a prompt with that is lost there without a word [measured].
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mime })).catch(() => undefined);
  if (!bitmap) return undefined;
  try {
    const { width, height } = bitmap;
    const rewriting = rewritingOf(mime, bytes.length, { width, height });
    if (!rewriting) return { bytes, mime };
    const written = await rewrite(bitmap, rewriting);
    if (!written) return undefined;
    return rewriting.width === width && rewriting.height === height
      ? written
      : { ...written, scaledFrom: { width, height } };
  } finally {
    bitmap.close();
  }
}

async function rewrite(bitmap: ImageBitmap, { width, height, ways }: Rewriting): Promise<Picture | undefined> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  for (const way of ways) {
    if (way.type === "image/jpeg") {
      // It knows no transparency, and would make it black.
      context.globalCompositeOperation = "destination-over";
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, height);
    }
    const blob = await canvas.convertToBlob(way);
    if (blob.size <= PICTURE_LIMIT) return { bytes: new Uint8Array(await blob.arrayBuffer()), mime: way.type };
  }
  return undefined;
}
