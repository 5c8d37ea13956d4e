import { answers } from "./answers";
import { failures } from "./failures";
import { requests } from "./requests";
import { toolEnds } from "./tool-ends";
import { tools } from "./tools";

export const scenarios = [...answers, ...tools, ...toolEnds, ...requests, ...failures];
