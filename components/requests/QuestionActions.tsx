import { useApp } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { question } from "../commands/list/requests";
import { Button } from "../ui/Button";
import { answersFrom } from "./answers-from";

export interface QuestionActionsProps {
  /** Whether nothing is written in the composer: the keys count there as well. */
  idle: boolean;
  busy: boolean;
  /** It is the last of the questions. */
  isLast: boolean;
  /** Absent at the last while a question has no answer. */
  onSubmit: (() => void) | undefined;
  /** Absent at the first. */
  onBack: (() => void) | undefined;
  onDismiss(): void;
}

/** What can be done with a question; its form is sent by Enter as well. */
export function QuestionActions(props: QuestionActionsProps) {
  const { commands } = useApp();
  const offers = () =>
    offersOf(question, {
      isLast: props.isLast,
      submit: props.busy ? undefined : props.onSubmit,
      back: props.onBack,
      dismiss() {
        if (!props.busy) props.onDismiss();
      },
      accepts: (target) => answersFrom(target, props.idle),
    });
  const offer = (id: string) => offers().find(({ command }) => command.id === id);
  // Here, so that they go with the buttons when the question is folded away.
  commands.offer(offers);
  return (
    <>
      <CommandButton busy={props.busy} offer={offer("question.dismiss")} />
      <CommandButton offer={offer("question.back")} />
      <Button
        type="submit"
        variant="primary"
        busy={props.busy || !props.onSubmit}
        aria-keyshortcuts={commands.aria("question.submit")}
      >
        {offer("question.submit")?.label}
      </Button>
    </>
  );
}
