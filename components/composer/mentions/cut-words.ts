import { insert } from "../insert";
import { placesOf } from "./named";

/** Takes a mention's words out of the text, as if they were deleted by hand. */
export function cutWords(area: HTMLTextAreaElement, word: string): void {
  for (const { start, end } of placesOf(word, area.value)) insert(area, start, end, "");
}
