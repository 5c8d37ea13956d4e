import styles from "./usage.module.css";

/** Of a circle of 5 around the middle. */
const LENGTH = 2 * Math.PI * 5;

/** A share, 0 to 1, as a ring that fills. What it means stands beside it. */
export function Ring(props: { share: number }) {
  return (
    <svg class={styles.ring} viewBox="0 0 14 14" aria-hidden="true">
      <circle class={styles.track} cx="7" cy="7" r="5" />
      <circle
        class={styles.arc}
        cx="7"
        cy="7"
        r="5"
        stroke-dasharray={`${props.share * LENGTH} ${LENGTH}`}
        transform="rotate(-90 7 7)"
      />
    </svg>
  );
}
