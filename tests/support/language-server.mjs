/*
 * A small language server on standard input and output: finds the word "ebbb" wrong wherever it stands.
 * Run by the OpenCode servers of tests, with Node alone.
 */
const HEAD_END = "\r\n\r\n";

let held = Buffer.alloc(0);
process.stdin.on("data", (chunk) => {
  held = Buffer.concat([held, chunk]);
  for (;;) {
    const at = held.indexOf(HEAD_END);
    if (at === -1) return;
    const [, length] = /content-length: (\d+)/i.exec(held.subarray(0, at).toString()) ?? [];
    const [from, to] = [at + HEAD_END.length, at + HEAD_END.length + Number(length)];
    if (held.length < to) return;
    const message = JSON.parse(held.subarray(from, to).toString());
    held = held.subarray(to);
    take(message);
  }
});

function send(message) {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}${HEAD_END}${body}`);
}

function take({ id, method, params }) {
  if (method === "initialize") send({ id, result: { capabilities: { textDocumentSync: 1 } } });
  else if (method === "exit") process.exit(0);
  // A request; answers to what was never asked have no method.
  else if (id !== undefined && method !== undefined) send({ id, result: null });
  else if (method === "textDocument/didOpen") check(params.textDocument, params.textDocument.text);
  else if (method === "textDocument/didChange") check(params.textDocument, params.contentChanges.at(-1).text);
}

function check({ uri, version }, text) {
  const diagnostics = text.split("\n").flatMap((words, line) => {
    const character = words.indexOf("ebbb");
    if (character === -1) return [];
    const range = { start: { line, character }, end: { line, character: character + 4 } };
    return [{ range, severity: 1, source: "tides", message: "There is no such tide: ebbb" }];
  });
  send({ method: "textDocument/publishDiagnostics", params: { uri, version, diagnostics } });
}
