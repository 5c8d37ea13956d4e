import { type Accessor, createMemo } from "solid-js";
import { type ContextUse, contextUse, shareOf, splitSessionKey } from "../../../lib/model";
import { useApp } from "../../app/context";
import { useChat } from "../chat-context";

export interface Usage {
  use: Accessor<ContextUse | undefined>;
  /** 0 to 1; `undefined` where nobody says how much fits. */
  share: Accessor<number | undefined>;
}

/** How much of the context the open session takes. */
export function createUsage(): Usage {
  const app = useApp();
  const chat = useChat();
  const { server } = splitSessionKey(chat.key);
  const catalog = () => app.state.servers[server]?.catalogs[chat.session().directory];
  const use = createMemo(() => contextUse(chat.transcript(), chat.session().revertedFrom, catalog()));
  const share = createMemo(() => {
    const now = use();
    return now && shareOf(now);
  });
  return { use, share };
}
