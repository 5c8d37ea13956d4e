import { tests } from "commonmark-spec";
import { DISALLOWED, GFM } from "./gfm";
import { TRICKY } from "./samples";

/** GitHub's additions in one another, at odds with one another, and in other blocks. */
const GITHUB = [
  "| name | size |\n| --- | --- |\n| a | 1 |",
  "| left | middle | right |\n| :-- | :-: | --: |\nno pipes | `c` | *d*",
  "| a \\| b | `c \\| d` |\n| --- | --- |\n| **e \\| f** |",
  "| a |\n| - |\n| b |\n> quote",
  "| a | b |\n| - | - |\n| c |\n| d | e | f |\n\nafter",
  "| a | b |\n| - |\n| c |",
  "| only | header |\n| ---- | ------ |\n",
  "text\n| a | b |\n| - | - |\n| c | d |",
  "> | a |\n> | - |\n> | b |\nlazy",
  "- | a |\n  | - |\n  | b |\n- c",
  "a | b\n-|-\n[c](https://d.example) | ~~e~~\n# end",
  "| a |\r\n|---|\r\n| b |\r\n\r\nc",
  "- [ ] open\n- [x] done\n- [X] *shouted*",
  "- [x] a\n  - [ ] b\n    1. [x] c\n- [ ]\n- [y] none\n- [ ]tight",
  "1. [ ] a\n\n   more\n2. [x] b\n\n[ ] no list",
  "- [x] `a` [b](https://c.example)\n\n- [ ] ~~d~~",
  "~~gone~~ and ~one~ and ~~~three~~~",
  "~~over\nlines~~ ~~not\n\nparagraphs~~",
  "~~a *b~~ c* **~~d~~** `~~e~~` \\~~f~~",
  "www.a.example www.a.example/b?c=d. (www.a.example/(e)) www.a.example/f_g_",
  "http://a.example https://b.example/c&amp;d ftp://e.example, <https://f.example>",
  "https://a.example/b*c* *https://d.example* [https://e.example](https://f.example)",
  "a@b.example a.b-c_d@e.example. a+b@c.example mailto:a@b.example xmpp:a@b.example",
  "**www.a.example** ~~https://b.example~~ | https://c.example |",
  "<title>a</title> <textarea>b</textarea> <style>c</style>\n\n<xmp>\n*d*\n\n<iframe src=x>",
  "```diff\n- a\n+ b\n```\n~~c~~\n\n| `d` |\n|-----|\n| ~~e~~ |",
];

/** What comes off a wire or out of a model that has lost its way. */
const HOSTILE = [
  "a\0b **c\0** `\0`\n\n\0",
  "\ud800 **\udc00** [\ud83d](https://a.example/\udc00)\n\n- \ud83d\n- \udc00",
  "\u202eabc **مرحبا** \u2066def\u2069\n\n> עברית `קוד`\n\n1. שלום",
  "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1)) <a href='javascript:x' onclick=y>b",
  "<svg><script>a</script><style><img src=x onerror=b></svg>\n\n<math><mtext><img src onerror=c>",
  "[a]: javascript:alert(1)\n[b]: data:text/html,<script>c</script>\n\n[a] ![b] <javascript:alert(1)>",
  "- <div onclick=a>\n- </ul><script>b</script>\n- <form action=x><input autofocus onfocus=c>",
  "| <img src=x onerror=a> |\n|---|\n| </table><iframe srcdoc='<script>b</script>'> |",
  "```<img onerror=a>\n</code></pre><script>b</script>\n```\n<!-- <script>c</script> --> <![CDATA[<script>]]>",
];

/** Every kind of Markdown there is, in small texts. */
export const CORPUS: readonly string[] = [
  ...tests.map(({ markdown }) => markdown.replaceAll("→", "\t")),
  ...GFM.map(({ text }) => text),
  ...DISALLOWED,
  ...GITHUB,
  ...HOSTILE,
  ...Object.values(TRICKY),
];

/** Those that may do harm. */
export const HARMFUL: readonly string[] = [...HOSTILE, ...DISALLOWED, ...GITHUB.filter((text) => text.includes("<"))];

/** Longer runs where `FUZZ` is set in the environment. */
export const FUZZ = Boolean(process.env.FUZZ);
