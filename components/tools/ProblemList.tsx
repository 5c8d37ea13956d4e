import { type JSX, Show } from "solid-js";
import { TriangleAlert } from "../ui/icons";
import { Fold } from "./Fold";
import styles from "./ProblemList.module.css";
import { errorWords, otherWords, type Problems } from "./problems";
import { SearchHits } from "./SearchHits";

/** What language servers say of what was written: its errors, and folded what matters less. Each line opens its file. */
export function ProblemList(props: { problems: Problems; directory: string }): JSX.Element {
  return (
    <>
      <Show when={errorWords(props.problems)}>
        {(words) => (
          <>
            <p class={styles.errors}>
              <TriangleAlert />
              {words()} in what was written
            </p>
            <SearchHits label="Errors" rows={props.problems.errors} directory={props.directory} />
          </>
        )}
      </Show>
      <Show when={otherWords(props.problems)}>
        {(words) => (
          <Fold head={words()}>
            <SearchHits label="Other problems" rows={props.problems.others} directory={props.directory} />
          </Fold>
        )}
      </Show>
    </>
  );
}
