export interface Notification {
  title: string;
  message: string;
  /** It has buttons that answer a permission, where the browser has such. */
  canAnswer: boolean;
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
