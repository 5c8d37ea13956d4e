// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { sanitise } from "../../../lib/markdown/sanitise";
import { dangers } from "./dangers";
import { wholeHtml } from "./whole";

function toHtml(source: string): string {
  const host = document.createElement("div");
  host.append(sanitise(source));
  return host.innerHTML;
}

const VECTORS = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<img src=x onerror=alert(1)>",
  "<img/src=`x`onerror=alert(1)>",
  "<img src=javascript:alert(1)>",
  '<img src="x" srcset="https://evil.example/x 2x">',
  '<img src=1 href=1 onerror="javascript:alert(1)"></img>',
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
  '<svg><animate xlink:href=#x attributeName=href values="javascript:alert(1)" /></svg>',
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'></iframe></foreignObject></svg>",
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  "<math href=javascript:alert(1)>x</math>",
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
  "<object data=javascript:alert(1)></object>",
  "<embed src=javascript:alert(1)>",
  "<applet code=x></applet>",
  "<a href=javascript:alert(1)>x</a>",
  "<a href='java\tscript:alert(1)'>x</a>",
  "<a href='java&#10;script:alert(1)'>x</a>",
  "<a href='&#106;avascript:alert(1)'>x</a>",
  "<a href=' \u0001javascript:alert(1)'>x</a>",
  "<a href=data:text/html;base64,PHNjcmlwdD4=>x</a>",
  "<a href=vbscript:msgbox(1)>x</a>",
  "<a href='//evil.example' ping='https://evil.example/p' onclick=alert(1)>x</a>",
  "<a href='https://ok.example' target=_self rel=opener>x</a>",
  "<area href=javascript:alert(1)>",
  "<base href=https://evil.example/>",
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<style>@import 'https://evil.example/x.css'; * { background: url(https://evil.example) }</style>",
  "<p style='background:url(https://evil.example/x)'>x</p>",
  "<p class=fixed id=app>x</p>",
  "<p id=__proto__ name=constructor>x</p>",
  "<table background=https://evil.example/x><tr><td background=x>y</td></tr></table>",
  "<video src=x onerror=alert(1)></video>",
  "<video poster=https://evil.example/x><source src=y></video>",
  "<audio src=x onerror=alert(1)>",
  "<picture><source srcset=https://evil.example/x><img src=y></picture>",
  "<input type=image src=https://evil.example/x>",
  "<input autofocus onfocus=alert(1)>",
  "<input type=password>",
  "<form action=https://evil.example><input name=a><button formaction=javascript:alert(1)>x</button></form>",
  "<button popovertarget=x onclick=alert(1)>x</button>",
  "<textarea><img src=x onerror=alert(1)></textarea>",
  "<select><option onclick=alert(1)>x</select>",
  "<isindex action=javascript:alert(1) type=image>",
  "<marquee onstart=alert(1)>x</marquee>",
  "<details open ontoggle=alert(1)><summary>x</summary></details>",
  "<body onload=alert(1)>",
  "<html><head><title><img src=x onerror=alert(1)></title></head></html>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "<template><script>alert(1)</script><img src=x></template>",
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  '<noembed><img title="</noembed><img src onerror=alert(1)>"></noembed>',
  "<plaintext><img src=x onerror=alert(1)>",
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml version='1.0'?><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
  "<x onclick=alert(1) contenteditable>x</x>",
  "<x-element is=evil>x</x-element>",
  "<div data-md=table role=alert tabindex=5 aria-label=x onfocus=alert(1)>x</div>",
  "<div role=dialog aria-modal=true tabindex=0 accesskey=x>x</div>",
  "<dialog open>x</dialog>",
  "<slot name=x></slot><portal src=https://evil.example></portal>",
  "<img data-src=javascript:alert(1)>",
  "<a><img data-src='file:///etc/passwd'></a>",
  '"><img src=x onerror=alert(1)>',
  "<img src='x' alt='\"><script>alert(1)</script>'>",
  `${"<div>".repeat(100)}<img src=x onerror=alert(1)>`,
];

test.each(VECTORS)("%s does nothing", (vector) => {
  expect(dangers(sanitise(vector))).toEqual([]);
});

test.each(VECTORS)("%s does nothing as part of Markdown", (vector) => {
  const html = wholeHtml(
    `text ${vector}\n\n${vector}\n\n- ${vector}\n\n| a |\n|---|\n| ${vector} |\n\n[${vector}](https://a.example)`,
  );
  expect(dangers(sanitise(html))).toEqual([]);
});

describe("what is left", () => {
  test("the words of elements that are not wanted", () => {
    expect(toHtml("<form><label>Name</label></form><center>c</center>")).toBe("Namec");
  });

  test("nothing of scripts and styles", () => {
    expect(toHtml("a<style>b</style><script>c</script>d")).toBe("ad");
  });

  test("elements of text", () => {
    const html = '<p>a<kbd>b</kbd><sup>c</sup><br></p><details open=""><summary>d</summary>e</details>';
    expect(toHtml(html)).toBe(html);
  });

  test("links, made safe whoever wrote them", () => {
    expect(toHtml('<a href="https://a.example/" target="_top" rel="opener">b</a>')).toBe(
      '<a href="https://a.example/" target="_blank" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">b</a>',
    );
  });

  test("images without anything that loads them", () => {
    expect(toHtml('<img src="https://a.example/b.png" alt="c" width="1">')).toBe(
      '<img alt="c" data-src="https://a.example/b.png">',
    );
  });

  test.each([
    "- [x] a\n- [ ] b",
    "| a |\n|:-:|\n| b |",
    "```ts\na < b\n```",
    "3. a\n4. b",
    "# a\n\n> b",
    "![a](https://b.example/)",
    "![a](data:image/png;base64,iVBORw0KGgo=)",
  ])("all that Markdown makes of %j", (text) => {
    const host = document.createElement("div");
    host.innerHTML = wholeHtml(text);
    expect(host.childElementCount).toBeGreaterThan(0);
    const clean = document.createElement("div");
    clean.append(sanitise(wholeHtml(text)));
    expect(clean.isEqualNode(host)).toBe(true);
  });
});

test("headings, written or raw, stand on one level below the page's own and keep the depth they were written with", () => {
  expect(toHtml('<h5 data-depth="9">a</h5><h1>b</h1>')).toBe('<h2 data-depth="5">a</h2><h2 data-depth="1">b</h2>');
  expect(toHtml(wholeHtml("### c")).trim()).toBe('<h2 data-depth="3">c</h2>');
});
