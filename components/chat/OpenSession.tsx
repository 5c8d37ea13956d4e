import { createMemo, Show } from "solid-js";
import {
  acceptsAll,
  emptyTranscript,
  requestsOf,
  type Server,
  type Session,
  type SessionKey,
  serverTime,
  stateOf,
} from "../../lib/model";
import { type Sought, useApp } from "../app/context";
import { offersOf } from "../commands/command";
import { search } from "../commands/list/conversation";
import { Composer } from "../composer/Composer";
import { createCatalog } from "../composer/catalog";
import { withoutDefaultVariant } from "../composer/choices";
import { MESSAGE_FIELD } from "../composer/field";
import { whyNotReady } from "../composer/ready";
import { ProjectFilesProvider, projectFiles } from "../files/project-files";
import { ConnectionBanner } from "../home/ConnectionBanner";
import { Notices } from "../home/Notices";
import { Queue } from "../queue/Queue";
import { AcceptAllNote } from "../requests/AcceptAll";
import { Requests } from "../requests/Requests";
import { Todos } from "../todos/Todos";
import { sessionTitle } from "../ui/session-words";
import { startOfDay } from "../ui/time";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import { type Chat, ChatProvider } from "./chat-context";
import { Conversation } from "./conversation/Conversation";
import { createOpening } from "./create-opening";
import { createSeen } from "./create-seen";
import { returnFiles } from "./edit-files";
import { createFindSwitch } from "./find/create-switch";
import { freshnessOf } from "./freshness";
import { SavedCopy } from "./SavedCopy";
import styles from "./SessionView.module.css";
import { Standing } from "./Standing";
import { SubagentFoot } from "./SubagentFoot";
import { CardStrip } from "./strip/CardStrip";
import { takeBack } from "./take-back";
import { UsageMeter } from "./usage/UsageMeter";
import { UsageWarning } from "./usage/UsageWarning";

/** One session on show. Made anew for another key. */
export function OpenSession(props: { key: SessionKey; find?: Sought | undefined; server: Server; session: Session }) {
  const app = useApp();
  const key = props.key;
  const nothing = emptyTranscript();
  const place = app.placeOf(key)?.chunk;
  const transcript = () => props.server.transcripts[props.session.id] ?? nothing;
  const status = () => props.server.statuses[props.session.id] ?? { type: "idle" as const };
  const working = createMemo(() => status().type !== "idle");
  const connected = createMemo(() => props.server.connection.status === "connected");
  /** The connection is being made: a fetch that failed for the lack of it is tried again by itself. */
  const coming = () => ["asleep", "connecting"].includes(props.server.connection.status);
  const freshness = createMemo(() => freshnessOf(props.server, transcript()));
  const opening = createOpening(() => app.background.openSession(key), {
    connected,
    visible: app.visible,
    stale: createMemo(() => transcript().loaded === "stale"),
  });
  const catalog = createCatalog(
    app,
    () => props.server,
    () => props.session.directory,
  );
  createSeen(
    app.visible,
    working,
    () => props.session.updatedAt,
    () => app.background.markSeen(key),
  );

  const chat: Chat = {
    key,
    session: () => props.session,
    transcript,
    status,
    working,
    live: () => transcript().loaded === "fresh" && freshness() === "fresh" && props.server.fresh,
    requests: createMemo(() => requestsOf(props.server, props.session.id)),
    today: createMemo(() => startOfDay(app.now())),
    now: () => serverTime(props.server, app.now()),
    find: createFindSwitch(props.find, place && { pieceId: place.partId, from: place.from }),
    async edit(entry) {
      const attachments = await returnFiles(entry.prompt.parts, files.fetch);
      await takeBack({ drafts: app.drafts, discard: app.background.discard }, key, entry, attachments);
    },
  };
  app.commands.offer(() => offersOf(search, { what: "session", find: chat.find.open }));
  const files = projectFiles(app, key, () => props.session.directory, app.layers.show);
  let room: HTMLElement | undefined;
  const title = () => sessionTitle(props.session);

  return (
    <ChatProvider value={chat}>
      <ProjectFilesProvider value={files}>
        <article
          ref={(element) => {
            room = element;
          }}
          class={styles.session}
          aria-label={title()}
          data-session-id={props.session.id}
          data-state={stateOf(props.server, props.session.id)}
        >
          <VisuallyHidden>
            <h1>{title()}</h1>
          </VisuallyHidden>
          <CardStrip open={key} onFind={chat.find.open} meter={<UsageMeter />} />
          <Notices />
          <ConnectionBanner />
          <SavedCopy freshness={freshness()} fault={opening.fault()} onRetry={() => void opening.run()} />
          <Todos />
          <Conversation
            empty={
              <Standing
                loading={transcript().loaded === "none"}
                fault={coming() ? undefined : opening.fault()}
                onRetry={() => void opening.run()}
              />
            }
          />
          <Requests
            server={props.server}
            sessionId={props.session.id}
            onWrite={() => room?.querySelector<HTMLElement>(MESSAGE_FIELD)?.focus()}
          />
          <Show when={acceptsAll(props.server, props.session.id)}>
            <AcceptAllNote server={props.server} session={props.session} />
          </Show>
          <UsageWarning />
          <Queue />
          <Show
            when={!props.session.parentId}
            fallback={<SubagentFoot server={props.server} session={props.session} />}
          >
            <Composer
              draftKey={key}
              placeholder={working() ? "Queue a message" : "Write a message"}
              server={props.server}
              directory={props.session.directory}
              notReady={whyNotReady(props.server, app.link())}
              catalog={catalog()}
              catalogFault={catalog.fault()}
              onCatalogRetry={catalog.retry}
              last={{ agent: props.session.agent, model: withoutDefaultVariant(props.session.model) }}
              working={working()}
              autofocus={!props.find}
              onSend={(written, beside) => app.background.send({ key, ...written, ...(beside ? {} : { queue: true }) })}
              onStop={() => app.background.stop(key)}
            />
          </Show>
        </article>
      </ProjectFilesProvider>
    </ChatProvider>
  );
}
