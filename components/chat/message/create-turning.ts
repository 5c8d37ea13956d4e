import { type MessageId, splitSessionKey } from "../../../lib/model";
import { useApp } from "../../app/context";
import { createAction } from "../../ui/action";
import { useChat } from "../chat-context";
import { type Written, withWritten } from "../edit-entry";
import { returnFiles } from "../edit-files";
import { focusComposer } from "../focus-composer";

/** Going on from an earlier message: in a copy of the session, or in this one without what came after. */
export function createTurning() {
  const app = useApp();
  const chat = useChat();
  const { server } = splitSessionKey(chat.key);

  /** What the server can do; `undefined` before it has said so. */
  const can = () => app.state.servers[server]?.info?.capabilities;
  const fetchFile = (url: string) => app.background.fetchFile(chat.key, url);

  const fork = createAction(async (before: MessageId | undefined, written?: Written) => {
    const key = await app.background.forkSession(chat.key, ...(before === undefined ? [] : [before]));
    if (written) {
      const attachments = await returnFiles(written.parts, fetchFile);
      await app.drafts.load(key);
      app.drafts.change(key, withWritten(app.drafts.get(key), { ...written, attachments }));
    }
    app.go({ screen: "session", key });
  });
  const revert = createAction(async (from: MessageId) => {
    await app.background.revertSession(chat.key, from);
    focusComposer();
  });
  const edit = createAction(async (written: Written) => {
    // Before its message is gone from here.
    const attachments = await returnFiles(written.parts, fetchFile);
    await app.background.revertSession(chat.key, written.messageId);
    app.drafts.change(chat.key, withWritten(app.drafts.get(chat.key), { ...written, attachments }));
    focusComposer();
  });

  return {
    can,
    /** Whether what came after a message can go: a subagent takes its work, and its words, from another agent. */
    canRevert: () => can()?.revert === true && chat.session().parentId === undefined,
    /** Opens a new session with the messages before `before`, or all; what was written there waits in its composer. */
    fork,
    revert,
    /** Reverts to a message and puts what was written there back into the composer. */
    edit,
    fault: () => fork.fault() ?? revert.fault() ?? edit.fault(),
  };
}
