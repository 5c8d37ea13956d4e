import { describe, expect, test } from "vitest";
import { fileInCode, fileInLink, filesInText } from "../../../lib/markdown/file-reference";

const DIRECTORY = "/home/ada/shop";
const inCode = (text: string) => fileInCode(text, DIRECTORY);
const inLink = (href: string) => fileInLink(href, DIRECTORY);

const FILES = [
  ..."src/app.ts app.ts ./lib/x ./lib/x.ts lib/model/ src/components/chat README.md README LICENSE Makefile Dockerfile".split(
    " ",
  ),
  ...".gitignore .env .env.local .eslintrc.json .prettierrc .github/workflows/ci.yml package.json tsconfig.base.json".split(
    " ",
  ),
  ...".config.test.ts/x.ts app/[id]/page.tsx app/(shop)/layout.tsx routes/$slug.tsx app/@modal/page.tsx src/routes/+page.svelte".split(
    " ",
  ),
  ..."src/main.c include/stdio.h go.mod cmd/server/main.go Cargo.lock src/Fuß/日本語.ts a.test.ts lib/jquery.js/x.css".split(
    " ",
  ),
  ..."node_modules/next/dist/server.js logs/today.log src/vendor/node.js index.d.ts styles.module.css 001_init.sql".split(
    " ",
  ),
  ...`${DIRECTORY}/src/app.ts ${DIRECTORY}/src ${DIRECTORY}/Makefile src/ odd/folder/ docs/adr`.split(" "),
];

const WORDS = [
  ..."true null undefined useState useEffect() foo foo.bar foo.bar() this.state.items props.children e.target.value".split(
    " ",
  ),
  ..."console.log Math.cos process.env import.meta.env window.location.href array.map Object.keys res.json response.json".split(
    " ",
  ),
  ..."res.json() Node.js Next.js Vue.js D3.js ASP.NET and/or client/server text/html application/json image/png n/a I/O 24/7".split(
    " ",
  ),
  ..."origin/main feature/login refs/heads/main owner/repo facebook/react @scope/package @solidjs/router lodash/get".split(
    " ",
  ),
  ..."https://a.example/b.ts http://localhost:3000/index.html github.com/a/b.ts localhost:3000 127.0.0.1:4096 a@b.example".split(
    " ",
  ),
  ..."/api/users /login /etc/passwd /src/app.ts /home/ada/shopping/x.ts /home/ada/shop/../x.ts ../x.ts src/../../x.ts ~/.ssh/id".split(
    " ",
  ),
  ..."*.ts src/**/*.ts **/*.md {a,b}.ts .ts .test.ts .module.css .d.ts v1.2.3 1.0.0 ^18.2.0 0.5 10:30 :42 42 a:b".split(
    " ",
  ),
  ..."npm-run git@github.com:a/b.git node:fs/promises @/lib/x.ts $HOME/x.ts lib/x() a->b a=>b A/B --flag=src/x.ts x?y:z".split(
    " ",
  ),
  ..."i.e. e.g. ... .. . / ./ // @ main.c stdio.h user.key Foo.bar Ctrl+K font-size 2/3 #L42 README.md, <App/> </div>".split(
    " ",
  ),
  ...[
    "npm test -- src/app.ts",
    "const a = b / c;",
    "x".repeat(301),
    "",
    " ",
    "rm -rf ./lib",
    "src/app.ts and lib/x.ts",
  ],
];

describe("inline code", () => {
  test.each(FILES)("%s is a file", (text) => {
    expect(inCode(text)).toEqual({ path: text });
  });

  test.each(WORDS)("%s is none", (text) => {
    expect(inCode(text)).toBeUndefined();
  });

  test.each([
    "src/app.ts:42",
    "src/app.ts:42:7",
    "src/app.ts:42-50",
    "src/app.ts(42,7)",
    "src/app.ts#L42",
    "src/app.ts#L42-L50",
  ])("%s is line 42 of a file", (text) => {
    expect(inCode(text)).toEqual({ path: "src/app.ts", line: 42 });
  });

  test("a line makes a file of what would be a member", () => {
    expect(inCode("main.c:3")).toEqual({ path: "main.c", line: 3 });
    expect(inCode(`${DIRECTORY}/src/app.ts:9`)).toEqual({ path: `${DIRECTORY}/src/app.ts`, line: 9 });
    expect(inCode("localhost:80")).toBeUndefined();
  });

  test("paths of a Windows server", () => {
    expect(fileInCode("C:\\shop\\src\\app.ts:3", "C:\\shop")).toEqual({ path: "C:\\shop\\src\\app.ts", line: 3 });
    expect(fileInCode("D:\\other\\app.ts", "C:\\shop")).toBeUndefined();
  });
});

describe("plain words", () => {
  const inText = (text: string) =>
    filesInText(text, DIRECTORY).map(({ from, to, reference: { path, line } }) => {
      const words = text.slice(from, to);
      return words === path ? path : `${words} = ${path} ${line ?? ""}`;
    });

  test.each([
    ["I changed src/app.ts, lib/x.css and README.md.", ["src/app.ts", "lib/x.css", "README.md"]],
    ["Did you see src/app.ts? Or **lib/x.ts**!", ["src/app.ts", "lib/x.ts"]],
    ["(see src/app.ts:12)", ["src/app.ts:12 = src/app.ts 12"]],
    ["src/app.ts:12:7 - error TS2304: Cannot find name 'x'.", ["src/app.ts:12:7 = src/app.ts 12"]],
    ["src/app.ts(12,7): error TS2304", ["src/app.ts(12,7) = src/app.ts 12"]],
    ["    at run (/home/ada/shop/src/app.js:3:9)", ["/home/ada/shop/src/app.js:3:9 = /home/ada/shop/src/app.js 3"]],
    ['  File "/home/ada/shop/main.py", line 3, in <module>', ["/home/ada/shop/main.py"]],
    ["  --> src/main.rs:10:5", ["src/main.rs:10:5 = src/main.rs 10"]],
    ["src/main.c:3:4: warning: unused", ["src/main.c:3:4 = src/main.c 3"]],
    [" ❯ tests/unit/x.test.ts:12:5", ["tests/unit/x.test.ts:12:5 = tests/unit/x.test.ts 12"]],
    ["main.go:8: undefined: x", ["main.go:8 = main.go 8"]],
    ["M  src/a.ts\n?? docs/b.md", ["src/a.ts", "docs/b.md"]],
    ["Siehe «src/Fuß/日本語.ts»: …", []],
    ["Siehe src/Fuß/日本語.ts …", ["src/Fuß/日本語.ts"]],
  ])("%s", (text, files) => {
    expect(inText(text)).toEqual(files);
  });

  test.each([
    "Node.js, Next.js, Vue.js, underscore.js and non-Node.js libraries such as javascript/node.js",
    "console.log(e.target.value), this.state.items, process.env, Math.cos, user.key, foo.bar and res.json",
    "See https://a.example/src/app.ts, http://localhost:3000/src/app.ts?f=src/app.ts and //cdn.example/x.css",
    "github.com/a/b.ts, www.a.example/b.html, git@github.com:a/b.git, ada@shop.example, docs.rs, bun.sh and esm.sh",
    "and/or, client/server, 24/7, 1.2.3, v1.2.3/4.5, e.g. this, i.e. that, 10:30, 3.5/4.md5, A/B, n/a, ... and etc.",
    "@scope/package/x.js, *.ts, src/**/*.ts, {a,b}.ts, ../x.ts, ~/.ssh/id, /etc/passwd.txt, /home/ada/shopping/x.ts",
    "src/app.ts() or src/x.ts[0] are calls; -lfoo.c --flag x, a.b.c.d, Foo.bar:12",
    "    at node:internal/modules/cjs/loader.js:12:5 and file:///home/ada/shop/x.ts",
    `${"-".repeat(150_000)}x.ts ${"a.b/".repeat(30_000)}`,
  ])("that name no file: %s", (text) => {
    expect(inText(text)).toEqual([]);
  });
});

describe("a link", () => {
  test.each([
    ["src/app.ts", { path: "src/app.ts" }],
    ["./docs/guide", { path: "./docs/guide" }],
    ["src/app.ts#L42", { path: "src/app.ts", line: 42 }],
    ["src/app.ts:42", { path: "src/app.ts", line: 42 }],
    ["app.ts:42", { path: "app.ts", line: 42 }],
    ["docs/guide.md#set-up", { path: "docs/guide.md" }],
    ["src/my%20file.ts", { path: "src/my file.ts" }],
    ["file:///home/ada/shop/src/app.ts#L3", { path: "/home/ada/shop/src/app.ts", line: 3 }],
    ["/home/ada/shop/src/app.ts", { path: "/home/ada/shop/src/app.ts" }],
    ["100%.txt", { path: "100%.txt" }],
  ])("to %s opens a file", (href, reference) => {
    expect(inLink(href)).toEqual(reference);
  });

  test.each([
    ..."https://a.example/b.ts //a.example/b mailto:a@b.example javascript:alert(1) data:text/html,x #top ?a=b".split(
      " ",
    ),
    ..."/api/users file:///etc/passwd ../x.ts a/%2e%2e/%2e%2e/x vscode://file/x.ts file://host/share".split(" "),
    "",
  ])("to %s does not", (href) => {
    expect(inLink(href)).toBeUndefined();
  });
});
