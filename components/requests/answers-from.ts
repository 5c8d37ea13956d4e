import { MESSAGE_FIELD } from "../composer/field";

const FIELD = "input:not([type=checkbox], [type=radio]), textarea, [contenteditable]";

/**
 * Whether a key that is pressed there may answer a request: not in a field that is written in.
 *
 * @param idle whether nothing is written in the composer
 */
export function answersFrom(target: EventTarget | null, idle: boolean): boolean {
  return !(target instanceof Element) || !target.matches(FIELD) || (target.matches(MESSAGE_FIELD) && idle);
}
