import { expect, test } from "vitest";
import { pastedFiles } from "../../../components/composer/attach/files";

const picture = new File(["p"], "image.png", { type: "image/png" });
const pdf = new File(["p"], "tides.pdf", { type: "application/pdf" });

function pasted(files: File[], texts: Record<string, string>): DataTransfer {
  const transfer = { files, types: Object.keys(texts), getData: (type: string) => texts[type] ?? "" };
  return transfer as unknown as DataTransfer;
}

test.each([
  ["a picture", pasted([picture], {}), 1],
  ["a file, beside its name", pasted([pdf], { "text/plain": "tides.pdf" }), 1],
  ["a picture that was copied as a file, beside its name", pasted([picture], { "text/plain": "image.png" }), 1],
  ["a picture of a table's cells", pasted([picture], { "text/plain": "1\t2", "text/html": "<table>" }), 0],
  ["a picture of a text with looks", pasted([picture], { "text/plain": "Tides", "text/rtf": "{\\rtf1}" }), 0],
  ["a picture of a page, which has no words", pasted([picture], { "text/html": "<img>" }), 1],
])("%s: %#", (_, transfer, count) => expect(pastedFiles(transfer)).toHaveLength(count));
