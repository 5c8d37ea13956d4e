/** What happens to the bytes that go one way. Without any field they pass as they come. */
export interface Flow {
  /** Milliseconds before the first byte. */
  delay?: number;
  /** Lengths of the pieces that bytes are torn into, asked for each piece, at least 1. Pieces go out a turn apart. */
  pieces?: () => number;
  /** Milliseconds between two pieces. */
  pace?: number;
  /** After so many bytes the connection breaks, both ways. 0: as the first one comes. */
  cutAfter?: number;
  /** After so many bytes the connection ends as if that were all, in the middle of a body or not. */
  closeAfter?: number;
  /** After so many bytes no more come, and the connection stays open. */
  stallAfter?: number;
  /** So many milliseconds after which a stall ends by itself. */
  stallFor?: number;
}

/** An answer that the proxy gives by itself. */
export interface Instead {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** The connection stays open after the body: a stream that says no more. */
  staysOpen?: boolean;
}

/** What happens to one request. Without any field it passes. */
export interface Fate {
  /** From the extension to the server. */
  request?: Flow;
  /** From the server to the extension. */
  answer?: Flow;
  /** The server never hears of the request. */
  instead?: Instead;
  /** Comes before the first byte of a streamed body. */
  prelude?: string;
}

export const PASS: Fate = {};
/** The connection breaks before the server has a byte. */
export const LOST_REQUEST: Fate = { request: { cutAfter: 0 } };
/** The server gets it and answers, and then the connection breaks. */
export const LOST_ANSWER: Fate = { answer: { cutAfter: 0 } };

/** An error page as proxies give them, without a word of JSON. */
export function htmlPage(status: number): Fate {
  return instead(status, "text/html", `<!doctype html><title>${status}</title><h1>Error ${status}</h1><p>nginx`);
}

/** An error of the server itself. */
export function jsonError(status: number): Fate {
  return instead(status, "application/json", JSON.stringify({ data: { message: `Status ${status}` } }));
}

/** As OpenCode refuses a password: with the browser's own prompt asked for, and no body [measured on 1.18.33]. */
export function refused(): Fate {
  return {
    instead: { status: 401, headers: { "www-authenticate": 'Basic realm="Secure Area"' }, body: "" },
  };
}

export function instead(status: number, type: string, body: string): Fate {
  return { instead: { status, headers: { "content-type": type }, body } };
}
