import { traitLines } from './trait-lines';

const BEFORE = { plan: 'team', seats: 5, isTrial: true, note: null };

describe('traits in a form', () => {
  it('stay what they are when nobody touches them', () => {
    expect(traitLines.write(traitLines.read(BEFORE), BEFORE)).toEqual(BEFORE);
  });

  it('keep their kind when they are changed, and become text when they no longer can', () => {
    const edited = traitLines
      .read(BEFORE)
      .map((line) => ({ ...line, value: { seats: '12', isTrial: 'soon' }[line.key] ?? line.value }));

    expect(traitLines.write(edited, BEFORE)).toMatchObject({ seats: 12, isTrial: 'soon' });
  });

  it('lose an empty line, and gain a new one', () => {
    const edited = [traitLines.empty(), { ...traitLines.empty(), key: ' vip ', value: 'yes' }];

    expect(traitLines.areClear(edited)).toBe(true);
    expect(traitLines.write(edited, {})).toEqual({ vip: 'yes' });
  });

  it('are not clear with a value without a name, or a name twice', () => {
    const vip = { ...traitLines.empty(), key: 'vip', value: 'yes' };

    expect(traitLines.areClear([{ ...traitLines.empty(), value: 'nameless' }])).toBe(false);
    expect(traitLines.areClear([vip, { ...vip, key: ' vip ', value: 'no' }])).toBe(false);
  });
});
