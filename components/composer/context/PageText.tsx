import { createSignal, onMount, Show } from "solid-js";
import { type PageText as Outcome, readPageText } from "../../../lib/page/page-text";
import { requestHost } from "../../../lib/platform/hosts";
import { Button } from "../../ui/Button";
import styles from "./PageText.module.css";

export interface PageTextProps {
  /** As the page's item has it. */
  address: string;
  /** It was asked for already. */
  now: boolean;
  onText(text: string): void;
}

const WORDS: Record<Exclude<Outcome["status"], "read" | "ask">, string> = {
  gone: "No open tab shows this page any more.",
  refused: "The browser lets no extension read this page.",
  silent: "The page does not answer. Look at its tab once, then try again.",
  empty: "There is no text on this page.",
};

/** Takes the page's text along, once the browser lets it be read. */
export function PageText(props: PageTextProps) {
  const [status, setStatus] = createSignal<Outcome["status"] | "reading" | "denied">();
  let button: HTMLButtonElement | undefined;
  const mustAsk = () => status() === "ask" || status() === "denied";
  const host = () => (URL.canParse(props.address) ? new URL(props.address).host : props.address);
  const words = () => {
    const now = status();
    if (now === "denied") return "It was not allowed. The page goes along by its title and address.";
    return now && now in WORDS ? WORDS[now as keyof typeof WORDS] : undefined;
  };

  async function read(): Promise<void> {
    const { address } = props;
    setStatus("reading");
    try {
      const outcome = await readPageText(address);
      if (outcome.status === "read") props.onText(outcome.text);
      setStatus(outcome.status);
    } catch (error) {
      console.warn("A page was not read", error);
      setStatus("refused");
    }
  }

  async function ask(): Promise<void> {
    // First of all: browsers ask only while they know of the press.
    const isAllowed = await requestHost(props.address).catch((error: unknown) => {
      console.warn("A page could not be asked for", error);
      return false;
    });
    if (isAllowed) await read();
    else setStatus("denied");
  }

  onMount(() => {
    if (!props.now) return;
    // What was pressed has gone, and this stands for it.
    button?.focus();
    void read();
  });

  return (
    <div class={styles.row}>
      <p role="status" class={styles.words}>
        <Show when={status() === "ask"} fallback={words()}>
          To read it, the extension needs your leave for <bdi>{host()}</bdi>. The browser asks you.
        </Show>
      </p>
      <Button
        ref={(element) => {
          button = element;
        }}
        busy={status() === "reading"}
        onClick={() => void (mustAsk() ? ask() : read())}
      >
        {status() === "reading" ? "Reading the page…" : mustAsk() ? "Let it be read" : "Add the page’s text"}
      </Button>
    </div>
  );
}
