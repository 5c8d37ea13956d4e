import type { PermissionReply } from "../../../lib/model";
import {
  ArrowLeft,
  Check,
  CheckCheck,
  ChevronLeft,
  ChevronRight,
  Hand,
  MessageSquareX,
  ShieldOff,
  X,
} from "../../ui/icons";
import type { Command, Offer } from "../command";

export interface PermissionSubject {
  reply(reply: PermissionReply): void;
  explain(): void;
  /** Absent where it cannot be had. */
  acceptAll: (() => void) | undefined;
  /** Whether a key counts where it was pressed: none of those who write grants anything. */
  accepts: NonNullable<Offer["accepts"]>;
}

/** The answers to the permission that is shown. */
export const permission: readonly Command<PermissionSubject>[] = [
  {
    id: "request.once",
    name: "Allow once",
    group: "Needs you",
    key: "Mod+Enter",
    offer: ({ reply, accepts }) => ({
      label: "Allow once",
      icon: () => <Check />,
      run: () => reply("once"),
      accepts,
    }),
  },
  {
    id: "request.always",
    name: "Allow always",
    group: "Needs you",
    key: "Mod+Shift+Enter",
    offer: ({ reply, accepts }) => ({
      label: "Allow always",
      icon: () => <CheckCheck />,
      run: () => reply("always"),
      accepts,
    }),
  },
  {
    id: "request.reject",
    name: "Reject",
    group: "Needs you",
    key: "Mod+Shift+Backspace",
    offer: ({ reply, accepts }) => ({ label: "Reject", icon: () => <X />, run: () => reply("reject"), accepts }),
  },
  {
    id: "request.explain",
    name: "Reject with a reason",
    group: "Needs you",
    offer: ({ explain, accepts }) => ({
      label: "Reject with a reason",
      icon: () => <MessageSquareX />,
      run: explain,
      accepts,
    }),
  },
  {
    id: "request.acceptAll",
    name: "Accept everything from a request on",
    group: "Needs you",
    offer: ({ acceptAll, accepts }) =>
      acceptAll && {
        label: "Accept everything in this session…",
        icon: () => <ShieldOff />,
        run: acceptAll,
        accepts,
      },
  },
];

export interface ReasonSubject {
  reject(): void;
  cancel(): void;
}

/** What can be done while a reason for a rejection is being written. */
export const reason: readonly Command<ReasonSubject>[] = [
  {
    id: "request.sendReason",
    name: "Reject with the reason that is written",
    group: "Needs you",
    offer: ({ reject }) => ({
      label: "Reject",
      fullLabel: "Reject with this reason",
      icon: () => <MessageSquareX />,
      run: reject,
    }),
  },
  {
    id: "request.dropReason",
    name: "Drop the reason",
    group: "Needs you",
    offer: ({ cancel }) => ({ label: "Cancel", fullLabel: "Drop the reason", icon: () => <X />, run: cancel }),
  },
];

export interface QuestionSubject {
  /** Whether it is the last of the questions. */
  isLast: boolean;
  /** Absent at the last while a question has no answer. */
  submit: (() => void) | undefined;
  /** Absent at the first. */
  back: (() => void) | undefined;
  dismiss(): void;
  accepts: NonNullable<Offer["accepts"]>;
}

/** The answers to the question that is shown. */
export const question: readonly Command<QuestionSubject>[] = [
  {
    id: "question.submit",
    name: "Answer, or next question",
    group: "Needs you",
    key: "Alt+Enter",
    offer: ({ isLast, submit, accepts }) => ({
      label: isLast ? "Answer" : "Next",
      fullLabel: isLast ? "Answer" : "Next question",
      icon: () => (isLast ? <Check /> : <ChevronRight />),
      disabled: submit ? undefined : "A question has no answer yet",
      run: () => submit?.(),
      accepts,
    }),
  },
  {
    id: "question.back",
    name: "Question before",
    group: "Needs you",
    key: "Alt+Shift+Enter",
    offer: ({ back, accepts }) =>
      back && { label: "Back", fullLabel: "Question before", icon: () => <ArrowLeft />, run: back, accepts },
  },
  {
    id: "question.dismiss",
    name: "Dismiss the question",
    group: "Needs you",
    key: "Alt+Shift+Backspace",
    offer: ({ dismiss, accepts }) => ({
      label: "Dismiss",
      fullLabel: "Dismiss the question",
      icon: () => <X />,
      run: dismiss,
      accepts,
    }),
  },
];

export interface RequestsSubject {
  count: number;
  step(by: number): void;
  focus(): void;
}

/** What can be done with whatever waits in the session that is open. */
export const requests: readonly Command<RequestsSubject>[] = [
  {
    id: "request.focus",
    name: "Go to the request",
    group: "Needs you",
    offer: ({ count, focus }) =>
      count > 0 ? { label: "Go to the request", icon: () => <Hand />, run: focus } : undefined,
  },
  {
    id: "request.previous",
    name: "Previous request",
    group: "Needs you",
    offer: ({ count, step }) =>
      count > 1 ? { label: "Previous request", icon: () => <ChevronLeft />, run: () => step(-1) } : undefined,
  },
  {
    id: "request.next",
    name: "Next request",
    group: "Needs you",
    offer: ({ count, step }) =>
      count > 1 ? { label: "Next request", icon: () => <ChevronRight />, run: () => step(1) } : undefined,
  },
];
