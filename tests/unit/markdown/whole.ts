import { Lexer } from "marked";
import { renderTokens } from "../../../lib/markdown/render";

/** HTML of a text parsed at once by marked itself: what any way of growing has to arrive at. */
export const wholeHtml = (text: string): string => renderTokens(new Lexer({ gfm: true }).lex(text));
