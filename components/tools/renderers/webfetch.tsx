import { Globe } from "../../ui/icons";
import { Result } from "../Result";
import { type ToolRenderer, textOf } from "../tool";

/** Web pages that were fetched. */
export const webfetch: ToolRenderer = {
  tools: ["webfetch"],
  summary(part) {
    return {
      icon: Globe,
      verb: { base: "Fetch", doing: "Fetching", done: "Fetched" },
      subject: textOf(part.state.input, "url") || "a page",
      code: true,
    };
  },
  Detail: (props) => <Result part={props.part} />,
};
