import { Show } from "solid-js";
import { BookOpen } from "../../ui/icons";
import { LongText } from "../LongText";
import { Result } from "../Result";
import { metadataOf, outputOf, relativePath, type ToolRenderer, textOf } from "../tool";

/** The server wraps the skill's text, and adds where its files are: `<skill_content name="…">\n…\n</skill_content>` [read in 1.18.33]. */
const CONTENT = /^<skill_content\b[^>]*>\n?([\s\S]*?)\n?<\/skill_content>\s*$/;

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
    <Show when={CONTENT.exec(outputOf(props.part))?.[1]} fallback={<Result part={props.part} />}>
      {(text) => <LongText label="What was loaded" text={text()} />}
    </Show>
  ),
};
