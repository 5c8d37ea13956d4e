import { beforeEach, describe, expect, it } from "vitest";
import { emptyServer, reduce, type Server, type Session } from "../../../lib/model";

const LINK = "https://share.example/s/1";
const plain: Session = { id: "s", title: "T", directory: "/x", projectId: "p", createdAt: 0, updatedAt: 0 };
const shared: Session = { ...plain, shareUrl: LINK };

let server: Server;
const link = () => server.sessions.s?.shareUrl;
const tell = (session: Session) => reduce(server, { type: "session.upserted", session });
const fetch = (session: Session) =>
  reduce(server, { type: "history.page", sessions: [session], floor: 0, first: true, complete: true });

beforeEach(() => {
  const profile = { id: "a", name: "A", url: "http://a", hasPassword: false, headerNames: [], enabled: true };
  server = emptyServer(profile);
});

describe("the link of a shared session", () => {
  it("stays as the server tells of it", () => {
    fetch(shared);
    expect(link()).toBe(LINK);
    tell({ ...shared, title: "Other" });
    expect(link()).toBe(LINK);
  });

  it("is gone when sharing has ended, whatever the server goes on telling", () => {
    tell(shared);
    tell(plain);
    expect(link()).toBeUndefined();
    tell(shared);
    fetch(shared);
    tell(plain);
    fetch(plain);
    fetch(shared);
    expect(link()).toBeUndefined();
  });

  it("is another one, or the same by the user's will, when the session is shared again", () => {
    tell(shared);
    tell(plain);
    tell({ ...plain, shareUrl: `${LINK}2` });
    expect(link()).toBe(`${LINK}2`);
    tell(plain);
    tell(shared);
    expect(link()).toBe(LINK);
    tell(plain);
    reduce(server, { type: "session.shared", session: shared });
    fetch(shared);
    expect(link()).toBe(LINK);
  });
});
