import { Button } from "../../ui/Button";

export interface UsualButtonProps {
  /** New sessions begin with what is chosen. */
  isUsual: boolean;
  /** What is chosen, as the tooltip says it. */
  what: string;
  onToggle(): void;
}

/** Makes what is chosen that of all new sessions of a server, or leaves that to the server again. */
export function UsualButton(props: UsualButtonProps) {
  return (
    <Button
      variant="quiet"
      aria-pressed={props.isUsual}
      title={`New sessions on this server begin with ${props.what}`}
      onClick={() => props.onToggle()}
    >
      {props.isUsual ? "Default for new sessions ✓" : "Use as default"}
    </Button>
  );
}
