import type { Row, WireMessage, WirePart, WireSession } from "./database";
import type { SimulatedOpenCode } from "./opencode";
import type { Run } from "./turn";

/** What is written into a server's messages and their parts, and told of it. */
export class Messages {
  constructor(private readonly server: Pick<SimulatedOpenCode, "db" | "emit" | "id" | "now">) {}

  assistant(session: WireSession, parentID: string): Row {
    const info: WireMessage = {
      id: this.server.id("msg"),
      sessionID: session.id,
      role: "assistant",
      parentID,
      time: { created: this.server.now() },
    };
    const row = { info, parts: [] };
    this.server.db.insert(row);
    this.tell(row);
    return row;
  }

  complete(row: Row): void {
    row.info = { ...row.info, time: { ...row.info.time, completed: this.server.now() } };
    this.tell(row);
  }

  tell({ info }: Row): void {
    const session = this.server.db.sessions.get(info.sessionID);
    if (!session || !this.server.db.find(info.sessionID, info.id)) return;
    this.server.emit(session, "message.updated", { sessionID: info.sessionID, info });
  }

  part(run: Run, type: string, fields: object): WirePart {
    const messageID = run.assistant?.info.id ?? "";
    return this.changePart({ id: this.server.id("prt"), sessionID: run.session.id, messageID, type, ...fields });
  }

  changePart(part: WirePart): WirePart {
    const session = this.server.db.sessions.get(part.sessionID);
    if (!session || !this.server.db.find(part.sessionID, part.messageID)) return part;
    this.server.db.putPart(part);
    this.server.emit(session, "message.part.updated", { sessionID: part.sessionID, part, time: this.server.now() });
    return part;
  }

  endText(run: Run): void {
    const { growing } = run;
    delete run.growing;
    if (!growing) return;
    const start = growing.part.time as { start: number };
    this.changePart({ ...growing.part, text: growing.text, time: { ...start, end: this.server.now() } });
  }
}
