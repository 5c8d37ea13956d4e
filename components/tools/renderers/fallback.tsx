import { Wrench } from "../../ui/icons";
import { Arguments } from "../Arguments";
import { Result } from "../Result";
import { firstLine, type ToolRenderer, textOf } from "../tool";

/** Input fields that most often say what a call is about. */
const TELLING = ["description", "title", "query", "url", "filePath", "path", "name", "command", "pattern"];

/** Tools nobody has drawn yet: input as names and values, output as text. */
export const fallback: ToolRenderer = {
  tools: [],
  summary(part) {
    const about = firstLine(textOf(part.state.input, ...TELLING));
    return {
      icon: Wrench,
      verb: { base: "Use", doing: "Using", done: "Used" },
      subject: part.tool,
      code: true,
      ...(about ? { note: about } : {}),
    };
  },
  Detail: (props) => (
    <>
      <Arguments input={props.part.state.input} />
      <Result part={props.part} />
    </>
  ),
};
