import { createMemo, type JSX, Show } from "solid-js";
import type { ToolPart } from "../../lib/model";
import { AboutOutput } from "./AboutOutput";
import { Failure } from "./Failure";
import { LongText } from "./LongText";
import { MarkdownText } from "./MarkdownText";
import { NoneYet } from "./NoneYet";
import { metadataOf, outputOf } from "./tool";
import { unwrappedAnswer } from "./wrapping";

/** Longer answers are shown as they came. */
const MAX_CHARACTERS = 200_000;

/** JSON of one line is set out in lines; any other text is left as it is. */
export function laidOut(text: string): string {
  if (!/^\s*[[{]/.test(text) || text.trim().includes("\n") || text.length > MAX_CHARACTERS) return text;
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

/** What a tool has answered, or why it has not. @param props.isPage whether that is a web page in Markdown */
export function Result(props: { part: ToolPart; isPage?: boolean }): JSX.Element {
  const answer = createMemo(() => unwrappedAnswer(outputOf(props.part), metadataOf(props.part)));
  const output = createMemo(() => laidOut(answer().text));
  return (
    <Show
      when={output()}
      fallback={
        <Show when={props.part.state.status === "completed"} fallback={<NoneYet part={props.part} />}>
          <p>No output</p>
        </Show>
      }
    >
      {(text) => (
        <Show
          when={props.part.state.status === "error"}
          fallback={
            <>
              <Show when={props.isPage} fallback={<LongText label="Output" text={text()} hasLinks />}>
                <MarkdownText label="Output" text={text()} isForeign />
              </Show>
              <AboutOutput about={answer()} />
            </>
          }
        >
          <Failure part={props.part} />
        </Show>
      )}
    </Show>
  );
}
