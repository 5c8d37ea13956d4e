import { expect, test } from "vitest";
import { isPromptOf } from "../../../components/chat/conversation/create-steps";
import { loadRecording } from "../../support/recording/recording";
import { decodeRecorded, replay } from "../../support/replay";

test("From message to message of the user's, compactions are passed over", async () => {
  const recording = await loadRecording("compaction");
  const { transcripts } = replay(decodeRecorded(recording.events).events);
  const [transcript] = Object.values(transcripts);
  if (!transcript) throw new Error("no transcript");
  const kinds = transcript.messageIds.flatMap((id) => {
    const first = transcript.parts[transcript.partIds[id]?.[0] ?? ""];
    return transcript.messages[id]?.role === "user" ? [[first?.type, isPromptOf(transcript, id)]] : [];
  });
  expect(kinds).toContainEqual(["compaction", false]);
  expect(kinds.filter(([type]) => type === "text").slice(0, 2)).toEqual([
    ["text", true],
    ["text", true],
  ]);
});
