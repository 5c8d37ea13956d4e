/** A rule of what GitHub adds to CommonMark (github.github.com/gfm): a text, and the HTML that the rule makes of it. */
export interface Rule {
  rule: string;
  text: string;
  html: string;
}

const head = (...cells: string[]) =>
  `<table><thead><tr>${cells.map((cell) => `<th>${cell}</th>`).join("")}</tr></thead>`;
const body = (...rows: string[][]) =>
  `<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</tbody></table>`;
const todo = '<input type="checkbox" disabled="">';
const done = '<input type="checkbox" disabled="" checked="">';
const link = (words: string, href = `http://${words}`) => `<a href="${href}">${words}</a>`;

const TABLES: Rule[] = [
  {
    rule: "a header, a row of dashes, rows",
    text: "| tide | hour |\n| --- | --- |\n| *ebb* | 3 |",
    html: head("tide", "hour") + body(["<em>ebb</em>", "3"]),
  },
  {
    rule: "pipes at the ends may be left out; colons align",
    text: "low | high | spring\n:-: | -----------: | :-\nmud | foam | reed",
    html: '<table><thead><tr><th align="center">low</th><th align="right">high</th><th align="left">spring</th></tr></thead><tbody><tr><td align="center">mud</td><td align="right">foam</td><td align="left">reed</td></tr></tbody></table>',
  },
  {
    rule: "a pipe with a backslash is one in its cell, in other marks as well",
    text: "| t\\|d |\n| --- |\n| **x \\| y** `p \\| q` |",
    html: head("t|d") + body(["<strong>x | y</strong> <code>p | q</code>"]),
  },
  {
    rule: "another block ends it",
    text: "| a | b |\n| --- | --- |\n| c | d |\n> quote",
    html: `${head("a", "b")}${body(["c", "d"])}<blockquote><p>quote</p></blockquote>`,
  },
  {
    rule: "a line without pipes is a row, an empty line ends it",
    text: "| a | b |\n| --- | --- |\n| c | d |\nrow\n\nno row",
    html: `${head("a", "b")}${body(["c", "d"], ["row", ""])}<p>no row</p>`,
  },
  {
    rule: "header and dashes have as many cells, or there is none",
    text: "| a | b |\n| --- |\n| c |",
    html: "<p>| a | b || --- || c |</p>",
  },
  {
    rule: "cells that a row lacks are empty, those beyond are left out",
    text: "| a | b |\n| --- | --- |\n| c |\n| d | e | f |",
    html: head("a", "b") + body(["c", ""], ["d", "e"]),
  },
  { rule: "without rows there is no body", text: "| a | b |\n| --- | --- |", html: `${head("a", "b")}</table>` },
];

const TASKS: Rule[] = [
  {
    rule: "a box at the beginning of an item",
    text: "- [ ] net\n- [x] rope\n- [X] tar",
    html: `<ul><li>${todo} net</li><li>${done} rope</li><li>${done} tar</li></ul>`,
  },
  {
    rule: "in lists of any kind and depth",
    text: "1. [x] net\n   - [ ] knot\n   - [x] mesh\n2. [ ] rope",
    html: `<ol><li>${done} net<ul><li>${todo} knot</li><li>${done} mesh</li></ul></li><li>${todo} rope</li></ol>`,
  },
  {
    rule: "nowhere else, and not without a space after it",
    text: "- a [ ] b\n- [ ]c\n- [z] d",
    html: "<ul><li>a [ ] b</li><li>[ ]c</li><li>[z] d</li></ul>",
  },
];

const STRIKETHROUGH: Rule[] = [
  { rule: "two tildes or one", text: "~~ebb~~ flow, ~swell~.", html: "<p><del>ebb</del> flow, <del>swell</del>.</p>" },
  { rule: "not across paragraphs", text: "It ~~has\n\na break~~.", html: "<p>It ~~has</p><p>a break~~.</p>" },
  { rule: "not three tildes", text: "It is ~~~not~~~ struck.", html: "<p>It is ~~~not~~~ struck.</p>" },
];

const AUTOLINKS: Rule[] = [
  { rule: "www. is enough", text: "www.tide.example/now", html: `<p>${link("www.tide.example/now")}</p>` },
  {
    rule: "up to a space",
    text: "Go to www.tide.example/now to see.",
    html: `<p>Go to ${link("www.tide.example/now")} to see.</p>`,
  },
  {
    rule: "punctuation at the end is none of it, in the middle it is",
    text: "www.tide.example/a.b. www.tide.example/c? www.tide.example/d! www.tide.example/e, www.tide.example/f: www.tide.example/g* www.tide.example/h_ www.tide.example/i~",
    html: `<p>${[..."cdefghi"].reduce((all, path, i) => `${all} ${link(`www.tide.example/${path}`)}${"?!,:*_~"[i]}`, `${link("www.tide.example/a.b")}.`)}</p>`,
  },
  {
    rule: "brackets at the end belong to it as far as they are in pairs",
    text: "www.tide.example/s?q=Sea+(deep)\n\nwww.tide.example/s?q=Sea+(deep)))\n\n(www.tide.example/s?q=Sea+(deep))\n\n(www.tide.example/s?q=Sea+(deep)",
    html: ["@", "@))", "(@)", "(@"]
      .map((line) => `<p>${line.replace("@", link("www.tide.example/s?q=Sea+(deep)"))}</p>`)
      .join(""),
  },
  {
    rule: "brackets in the middle always do",
    text: "www.tide.example/s?q=(sea)+ok",
    html: `<p>${link("www.tide.example/s?q=(sea)+ok")}</p>`,
  },
  {
    rule: "what looks like an entity at the end is none of it",
    text: "www.tide.example/s?q=sea&hl=en\n\nwww.tide.example/s?q=sea&hl;",
    html: `<p>${link("www.tide.example/s?q=sea&amp;hl=en")}</p><p>${link("www.tide.example/s?q=sea")}&hl;</p>`,
  },
  { rule: "< ends it", text: "www.tide.example/he<lp", html: `<p>${link("www.tide.example/he")}&lt;lp</p>` },
  {
    rule: "addresses with their scheme",
    text: "http://tide.example/\n\n(Go to https://tide.example/now?q=sea)",
    html: `<p>${link("http://tide.example/", "http://tide.example/")}</p><p>(Go to ${link("https://tide.example/now?q=sea", "https://tide.example/now?q=sea")})</p>`,
  },
  {
    rule: "at the beginning of a word, or behind *, _, ~ and (",
    text: "(www.a.example/b) *www.a.example/c* _www.a.example/d_ ~www.a.example/e~ xwww.a.example",
    html: `<p>(${link("www.a.example/b")}) <em>${link("www.a.example/c")}</em> <em>${link("www.a.example/d")}</em> <del>${link("www.a.example/e")}</del> xwww.a.example</p>`,
  },
  {
    rule: "addresses of mail, with + only before the @",
    text: "ann@mail+sea.example is none, but ann+sea@mail.example is.",
    html: `<p>ann@mail+sea.example is none, but ${link("ann+sea@mail.example", "mailto:ann+sea@mail.example")} is.</p>`,
  },
  {
    rule: "., - and _ on both sides of the @, but no - or _ at the end",
    text: "a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_",
    html: `<p>${link("a.b-c_d@a.b", "mailto:a.b-c_d@a.b")}</p><p>${link("a.b-c_d@a.b", "mailto:a.b-c_d@a.b")}.</p><p>a.b-c_d@a.b-</p><p>a.b-c_d@a.b_</p>`,
  },
  {
    rule: "mailto: belongs to the words; no other protocol is followed from here",
    text: "mailto:ann@tide.example. xmpp:ann@tide.example/phone",
    html: `<p>${link("mailto:ann@tide.example", "mailto:ann@tide.example")}. xmpp:ann@tide.example/phone</p>`,
  },
];

/** Tags that GitHub does not let through, in the middle of a line and as a block, in any case. */
export const DISALLOWED: readonly string[] = [
  "title",
  "textarea",
  "style",
  "xmp",
  "iframe",
  "noembed",
  "noframes",
  "script",
  "plaintext",
].flatMap((tag) => [`**a** <${tag}> *b*`, `<blockquote>\n  <${tag.toUpperCase()}> c\n</blockquote>`]);

export const GFM: readonly Rule[] = [...TABLES, ...TASKS, ...STRIKETHROUGH, ...AUTOLINKS];
