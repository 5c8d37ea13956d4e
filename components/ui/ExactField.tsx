import { TextField, type TextFieldProps } from "./TextField";

/** A field for what is no language, such as ids and addresses: nothing is completed, corrected or capitalised in it. */
export function ExactField(props: TextFieldProps) {
  return <TextField autocomplete="off" autocapitalize="none" spellcheck={false} {...props} />;
}
