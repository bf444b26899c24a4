import { READ_HISTORY } from '../documents/read-history';
import { READ_VISIT } from '../documents/read-visit';
import { offlineCard } from '../testing/offline-card';
import type { ScriptedNetwork } from '../testing/scripted-network';
import { visitAnswer } from '../testing/visit-answer';
import { visitorCard, type SentVisitor } from '../testing/visitor-card';
import { workingSite } from '../testing/working-site';

const NOW_MS = Date.parse('2026-11-25T12:00:00.000Z');
const MINUTE_MS = 60_000;
const ago = (minutes: number): string => new Date(NOW_MS - minutes * MINUTE_MS).toISOString();

const PEOPLE = [
  'Maria Silva',
  'John Ade',
  'Léa Girard',
  '山田 太郎',
  'Ömer Şahin',
  'ليلى حداد',
  null,
  'Ana Braga',
  null,
];
const ZONES = ['Europe/Lisbon', 'Africa/Lagos', 'Europe/Paris', 'Asia/Tokyo', 'America/New_York'];
const PAGES = ['Pricing', 'Cart', 'Lamps and prices', 'Care guide', 'Checkout'];
const DEVICES = [
  { browser: 'Chrome 156', os: 'macOS', kind: 'DESKTOP' as const, isBot: false },
  { browser: 'Safari 26', os: 'iOS', kind: 'MOBILE' as const, isBot: false },
  { browser: 'Firefox 150', os: 'Windows', kind: 'DESKTOP' as const, isBot: false },
];

function person(number: number): SentVisitor {
  const displayName = PEOPLE[number % PEOPLE.length] ?? null;
  const common = {
    id: `visitor_${String(number).padStart(4, '0')}`,
    displayName,
    email: displayName === null ? null : `person${number}@acme.com`,
    isVerified: number % 4 === 0,
    timeZone: ZONES[number % ZONES.length]!,
    device: DEVICES[number % DEVICES.length]!,
  };
  if (number >= ONLINE) return offlineCard({ ...common, lastSeenAt: ago(number * 7) });
  const title = PAGES[number % PAGES.length]!;
  const url = `https://acme.com/${title.toLowerCase().replaceAll(' ', '-')}`;
  return visitorCard({
    ...common,
    presence: { state: 'ONLINE', asOf: ago(0), since: ago(number), sessionCount: 1 + (number % 2) },
    currentPage: {
      url,
      title: `${title} – Acme`,
      referrer: 'https://search.example/find',
      since: ago(number / 2),
    },
  });
}

const ONLINE = 5;
const EVERYBODY = Array.from({ length: 9 }, (_, number) => person(number));

/** A site with some visitors online and some who left, with a past, and more to know of each; these come first. */
export function busySite(...first: readonly SentVisitor[]): ScriptedNetwork {
  return workingSite([...first, ...EVERYBODY])
    .answer(READ_HISTORY, ({ siteId }) => ({
      data: {
        site: {
          __typename: 'Site',
          id: siteId,
          onlineHistory: Array.from({ length: 60 }, (_, minute) => ({
            __typename: 'OnlinePoint',
            at: ago(60 - minute),
            online: Math.round(10 + 4 * Math.sin(minute / 9) + (minute % 5)),
          })),
        },
      },
    }))
    .answer(READ_VISIT, ({ id }) =>
      visitAnswer(String(id), {
        externalId: 'crm-4711',
        traits: { plan: 'team', seats: 25, isTrial: false },
        sessions: [tab('front', true, 'pricing'), tab('back', false, 'docs')],
        recentPages: ['Pricing', 'Lamps and prices', 'Home'].map((title, index) => ({
          __typename: 'Page' as const,
          url: `https://acme.com/${index}`,
          title: `${title} – Acme`,
          since: ago(3 + index * 4),
        })),
      }),
    );
}

function tab(tabId: string, isVisible: boolean, path: string) {
  return {
    __typename: 'Session' as const,
    tabId,
    isVisible,
    startedAt: ago(14),
    page: { __typename: 'Page' as const, url: `https://acme.com/${path}`, title: null },
  };
}
