/** The server's sentences for a call that was not allowed; after the second come all rules that were looked at [recorded on 1.18.33]. */
const REJECTED = /^The user rejected permission to use this[^.]*?(?:with the following feedback: ([\s\S]*)|\.\s*)$/;
const RULED = /^The user has specified a rule which prevents you from using[^[]*/;

/** Who did not allow a call, and why, from the server's words to the model; undefined for any other error. */
export function refusalOf(error: string): string | undefined {
  const rejected = REJECTED.exec(error);
  if (rejected) return rejected[1] ? `Rejected with this answer: ${rejected[1]}` : "Rejected when it asked.";
  const ruled = RULED.exec(error);
  if (!ruled) return undefined;
  const rule = denying(error.slice(ruled[0].length));
  return `A rule of the server's configuration denies it${rule === undefined ? "." : `: ${rule}`}`;
}

/** Of several rules the last one counts. */
function denying(rules: string): string | undefined {
  let list: unknown;
  try {
    list = JSON.parse(rules);
  } catch {
    return undefined;
  }
  if (!Array.isArray(list)) return undefined;
  const last: unknown = list.findLast(
    (rule: unknown) => typeof rule === "object" && rule !== null && "action" in rule && rule.action === "deny",
  );
  if (typeof last !== "object" || last === null || !("permission" in last && "pattern" in last)) return undefined;
  return `${String(last.permission)} ${String(last.pattern)}`;
}
