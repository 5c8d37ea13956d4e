/** One thing from a web page that goes along with a prompt, as its chip holds it. */
export interface ContextItem {
  id: string;
  kind: "selection" | "page" | "link" | "image";
  /** The page's title; for links and images their own text. */
  title: string;
  /** The page's address; for links and images their own. */
  url: string;
  /** What is sent besides title and address; the user may edit it. */
  text: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
}
