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

  it('lose a line without a name, and gain a new one', () => {
    const edited = [
      { ...traitLines.empty(), value: 'nameless' },
      { ...traitLines.empty(), key: ' vip ', value: 'yes' },
    ];

    expect(traitLines.write(edited, {})).toEqual({ vip: 'yes' });
  });
});
