/** @jest-environment node */
import { apolloClient } from '../connection/apollo-client';
import { READ_CARDS } from '../documents/read-cards';
import { ScriptedNetwork } from '../testing/scripted-network';
import { visitorCard } from '../testing/visitor-card';
import { CardShelf } from './card-shelf';
import { readCard } from './read-card';

const card = (number: number) => visitorCard({ id: `vis_${number}` });
const upTo = (count: number) => Array.from({ length: count }, (_, number) => number);

function shelf(openId: string | null = null) {
  const network = new ScriptedNetwork().answer(READ_CARDS, ({ ids }) => ({
    data: { nodes: (ids as string[]).map((id) => visitorCard({ id })) },
  }));
  const client = apolloClient({ ...network.links(), onSignedOut: () => {} });
  const held = () =>
    Object.keys(client.cache.extract() as object).filter((key) => key.startsWith('Visitor:'));
  const cached = (id: string) => readCard(client.cache, id);
  return { network, cards: new CardShelf(client, () => openId), held, cached };
}

const asked = (network: ScriptedNetwork) =>
  network.requests.map(({ variables }) => variables.ids as string[]);
const answered = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the facts in memory', () => {
  it('[F-4] are of two thousand visitors at most, those near the screen and the open one among them', () => {
    const { cards, held } = shelf('vis_3');
    const order = upTo(5_000).map((number) => `vis_${number}`);

    for (const number of upTo(50)) {
      cards.put(upTo(100).map((index) => card(number * 100 + index)));
      cards.look(order.slice(0, (number + 1) * 100), number * 100, number * 100 + 40);
    }

    expect(cards.size).toBeLessThanOrEqual(2_000);
    expect(['vis_3', 'vis_4', 'vis_4900', 'vis_4999'].map((id) => cards.has(id))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(held()).toEqual(expect.arrayContaining(['Visitor:vis_3', 'Visitor:vis_4900', 'Visitor:vis_4940']));
    expect(held().length).toBeLessThanOrEqual(200);
  });

  it('[F-4] are asked for again, a hundred at once, when their rows come back to the screen', async () => {
    const { cards, held, network } = shelf();
    const order = upTo(300).map((number) => `vis_${number}`);
    cards.put([card(0)]);

    cards.look(order, 0, 149);
    while (held().length < 150) await answered();

    expect(asked(network).map((ids) => ids.length)).toEqual([100, 49]);
    expect(asked(network).flat()).not.toContain('vis_0');
  });

  it('[F-4] count as here from when they are asked for, so that no change is missed on the way', async () => {
    const { cards } = shelf();
    expect(cards.has('vis_1')).toBe(false);

    cards.look(['vis_1'], 0, 0);
    expect(cards.has('vis_1')).toBe(true);
    cards.put([
      {
        ...card(1),
        displayName: 'Newer',
        presence: { ...card(1).presence, asOf: '2099-01-01T00:00:00.000Z' },
      },
    ]);
    await answered();

    expect(cards.newest([card(1)])).toMatchObject([{ displayName: 'Newer' }]);
    cards.keepOnly(new Set());
    expect(cards.has('vis_1')).toBe(false);
  });

  it('[F-4] go with the view they belonged to, and with the person', () => {
    const { cards, held } = shelf('vis_2');
    cards.put([card(1), card(2), card(3), card(4)]);

    cards.keepOnly(new Set(['vis_3', 'vis_4']));
    cards.drop('vis_4');

    expect([1, 2, 3, 4].map((number) => cards.has(`vis_${number}`))).toEqual([false, true, true, false]);
    expect(held()).toEqual(['Visitor:vis_2']);
  });

  it('[F-2] are in the cache when their row is near the screen, by what was last told of them', () => {
    const { cards, held, cached } = shelf();
    const order = upTo(300).map((number) => `vis_${number}`);
    const later = (number: number, displayName: string) => ({
      ...card(number),
      displayName,
      presence: { ...card(number).presence, asOf: '2099-01-01T00:00:00.000Z' },
    });
    cards.put(upTo(300).map(card), order);
    cards.put([later(250, 'Later'), card(250)]);
    expect(held()).not.toContain('Visitor:vis_250');

    cards.look(order, 240, 270);
    expect(cached('vis_250')).toMatchObject({ displayName: 'Later' });

    cards.put([later(0, 'Told while drawn before')]);
    cards.look(order, 0, 30);
    expect(cached('vis_0')).toMatchObject({ displayName: 'Told while drawn before' });
  });

  it('stay away while the server is, and come at the next look', async () => {
    const { cards, held, network } = shelf();
    network.answer(READ_CARDS, () => new Error('away'));
    cards.look(['vis_1'], 0, 0);
    await answered();
    expect(held()).toEqual([]);

    network.answer(READ_CARDS, () => ({ data: { nodes: [card(1)] } }));
    cards.look(['vis_1'], 0, 0);
    await answered();

    expect(held()).toEqual(['Visitor:vis_1']);
  });
});
