import styles from './Lamp.module.css';

/** The sign of the house: a lamp that is on. */
export function Lamp() {
  return (
    <span className={styles.logo}>
      <svg className={styles.lamp} viewBox="0 0 22 22" aria-hidden="true">
        <circle cx="11" cy="9.5" r="9" fill="var(--lamp)" opacity=".22" />
        <path
          d="M6.2 10.4a4.8 4.8 0 1 1 9.6 0c0 1.9-1.3 2.7-1.9 4.1H8.1c-.6-1.4-1.9-2.2-1.9-4.1z"
          fill="var(--lamp)"
        />
        <path d="M8.4 16.2h5.2M9.2 18.6h3.6" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
      Porchlight
    </span>
  );
}
