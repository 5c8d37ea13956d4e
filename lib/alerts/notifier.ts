/** What a button of a notification does. `open`: what a click on the notification does. */
export type AlertButton = "once" | "reject" | "open";

export interface Notification {
  title: string;
  message: string;
  /** In their order, where the browser has such. */
  buttons: readonly AlertButton[];
  /** It is not hidden before somebody has seen it, where the browser can do that. */
  stays: boolean;
}

/** The system's notifications, as far as the user lets them be shown. */
export interface Notifier {
  isAllowed(): Promise<boolean>;
  /** Ids of those that are shown. */
  shown(): Promise<string[]>;
  show(id: string, notification: Notification): Promise<void>;
  /** Changes the words of one that is shown, without calling for attention again where the browser can do that. */
  update(id: string, words: Pick<Notification, "title" | "message">): Promise<void>;
  clear(id: string): Promise<void>;
}
