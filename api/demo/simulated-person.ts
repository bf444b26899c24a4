/** Who a simulated visitor is. Anonymous ones have no id, name or e-mail. */
export interface SimulatedPerson {
  readonly externalId?: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly traits?: Readonly<Record<string, string | number>>;
  readonly locale: string;
  readonly timeZone: string;
  readonly userAgent: string;
}

const HOMES = [
  {
    locale: 'pt-PT',
    timeZone: 'Europe/Lisbon',
    first: ['Maria', 'João', 'Inês', 'Tiago', 'Beatriz'],
    last: ['Silva', 'Ferreira', 'Costa', 'Almeida', 'Pinto'],
  },
  {
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
    first: ['Lea', 'Jonas', 'Mia', 'Felix', 'Greta'],
    last: ['Müller', 'Schäfer', 'Wolf', 'Krüger', 'Brandt'],
  },
  {
    locale: 'en-US',
    timeZone: 'America/Chicago',
    first: ['Ava', 'Noah', 'Grace', 'Ethan', 'Ruth'],
    last: ['Bennett', 'Ortiz', 'Coleman', 'Nguyen', 'Walsh'],
  },
  {
    locale: 'ja-JP',
    timeZone: 'Asia/Tokyo',
    first: ['Tomoko', 'Haruto', 'Yui', 'Ren', 'Aoi'],
    last: ['Ono', 'Tanaka', 'Mori', 'Fujita', 'Hayashi'],
  },
  {
    locale: 'en-NG',
    timeZone: 'Africa/Lagos',
    first: ['John', 'Amara', 'Chidi', 'Ngozi', 'Tunde'],
    last: ['Ade', 'Okafor', 'Eze', 'Balogun', 'Bello'],
  },
  {
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    first: ['Chloé', 'Hugo', 'Léa', 'Louis', 'Manon'],
    last: ['Moreau', 'Lefèvre', 'Girard', 'Roux', 'Faure'],
  },
  {
    locale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
    first: ['Ana', 'Pedro', 'Larissa', 'Rafael', 'Camila'],
    last: ['Souza', 'Oliveira', 'Rocha', 'Barbosa', 'Teixeira'],
  },
  {
    locale: 'en-IN',
    timeZone: 'Asia/Kolkata',
    first: ['Priya', 'Arjun', 'Meera', 'Rohan', 'Kavya'],
    last: ['Sharma', 'Iyer', 'Patel', 'Nair', 'Reddy'],
  },
] as const;

const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:147.0) Gecko/20100101 Firefox/147.0',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
  'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:147.0) Gecko/20100101 Firefox/147.0',
] as const;

const PLANS = ['Free', 'Team', 'Business'] as const;
const ANONYMOUS_EVERY = 3;

/** The person of that number, the same at every start, so that a demo that is started again knows its visitors. */
export function simulatedPerson(index: number): SimulatedPerson {
  const { locale, timeZone, first, last } = at(HOMES, index);
  const userAgent = at(BROWSERS, index);
  if (index % ANONYMOUS_EVERY === 1) return { locale, timeZone, userAgent };
  const round = Math.floor(index / HOMES.length);
  const firstName = at(first, round);
  const lastName = at(last, round + Math.floor(round / last.length));
  const lap = Math.floor(round / (first.length * last.length));
  return {
    externalId: `demo-${index}`,
    displayName: `${firstName} ${lastName}`,
    email: `${plain(firstName)}.${plain(lastName)}${lap || ''}@example.com`,
    traits: { plan: at(PLANS, index), orders: (index * 7) % 5 },
    locale,
    timeZone,
    userAgent,
  };
}

function at<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length]!;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase();
}
