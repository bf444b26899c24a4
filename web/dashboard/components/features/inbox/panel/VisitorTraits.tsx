import { plainText } from '../../../../text/plain-text';
import type { Visit } from './use-visit';
import { t } from '../../../../language/t';

/** What the site says about the person, word for word. */
export function VisitorTraits({ traits }: { readonly traits: NonNullable<Visit['traits']> }) {
  return Object.entries(traits).map(([key, value]) => (
    <TraitLine key={key} name={plainText(key)} value={value} />
  ));
}

function TraitLine({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string | number | boolean | null;
}) {
  return (
    <>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>
        <bdi>
          {typeof value === 'boolean' ? t(value ? 'trait.yes' : 'trait.no') : plainText(String(value ?? '—'))}
        </bdi>
      </dd>
    </>
  );
}
