import { Show } from "solid-js";
import type { ToolPart } from "../../../lib/model";
import { BookOpen } from "../../ui/icons";
import { Given } from "../Given";
import { MarkdownText } from "../MarkdownText";
import { Result } from "../Result";
import { metadataOf, outputOf, relativePath, type ToolRenderer, textOf } from "../tool";

/**
 * The server wraps the skill's text, and adds where its files are, for the model:
 * `<skill_content name="…">\n# Skill: …\n\n…\n\nBase directory for this skill: …\n</skill_content>` [recorded on 1.18.33].
 */
const CONTENT = /^<skill_content\b[^>]*>\n?(?:# Skill: .*\n+)?([\s\S]*?)\n*<\/skill_content>\s*$/;
const PLACE = "\nBase directory for this skill: ";

function contentOf(part: ToolPart): string | undefined {
  const text = CONTENT.exec(outputOf(part))?.[1];
  const end = text?.lastIndexOf(PLACE) ?? -1;
  return end < 0 ? text : text?.slice(0, end).trimEnd();
}

/** Instructions that the agent has taken up. */
export const skill: ToolRenderer = {
  tools: ["skill"],
  summary(part, context) {
    const { dir } = metadataOf(part);
    return {
      icon: BookOpen,
      verb: { base: "Load", doing: "Loading", done: "Loaded" },
      subject: textOf(part.state.input, "name") || "a skill",
      note: "skill",
      ...(typeof dir === "string" ? { path: relativePath(dir, context.directory) } : {}),
    };
  },
  Detail: (props) => (
    <>
      <Given input={props.part.state.input} names={["name"]} />
      <Show when={contentOf(props.part)} fallback={<Result part={props.part} />}>
        {(text) => <MarkdownText label="What was loaded" text={text()} />}
      </Show>
    </>
  ),
};
