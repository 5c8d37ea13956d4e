import Globe from "lucide-solid/icons/globe";
import { LongText } from "../LongText";
import { outputOf, type ToolRenderer, textOf } from "../tool";

/** Web pages that were fetched or searched. */
export const webfetch: ToolRenderer = {
  tools: ["webfetch", "websearch"],
  summary(part) {
    const isSearch = part.tool === "websearch";
    return {
      icon: Globe,
      verb: isSearch
        ? { base: "Search the web for", doing: "Searching the web for", done: "Searched the web for" }
        : { base: "Fetch", doing: "Fetching", done: "Fetched" },
      subject: textOf(part.state.input, "url", "query") || "a page",
      code: !isSearch,
    };
  },
  Detail: (props) => <LongText label="What came back" text={outputOf(props.part)} />,
};
