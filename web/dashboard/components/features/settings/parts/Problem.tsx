import styles from './Problem.module.css';

/** Why something did not happen, said aloud at once, for a dialog may keep other voices out; nothing for null. */
export function Problem({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <p className={styles.problem} role="alert">
      {text}
    </p>
  );
}
