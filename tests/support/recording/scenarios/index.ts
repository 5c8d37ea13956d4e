import { answers } from "./answers";
import { failures } from "./failures";
import { requests } from "./requests";
import { tools } from "./tools";

export const scenarios = [...answers, ...tools, ...requests, ...failures];
