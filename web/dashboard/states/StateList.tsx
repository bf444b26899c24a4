/** Every state by name, each a link. */
export function StateList({ names }: { readonly names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name} data-state={name}>
          {['en', 'de', 'ar'].map((language) => (
            <span key={language}>
              <a href={`#state=${name}&language=${language}`}>
                {name} ({language})
              </a>{' '}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
