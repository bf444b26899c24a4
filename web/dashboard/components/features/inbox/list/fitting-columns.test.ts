import type { Column } from '../../../../column';
import { fittingColumns } from './fitting-columns';

const WANTED: readonly Column[] = ['tabs', 'device', 'page', 'email', 'spent', 'place'];

describe('the columns that fit', () => {
  it.each([
    [2_000, ['page', 'spent', 'place', 'device', 'email', 'tabs']],
    [962, ['page', 'spent', 'place', 'device', 'email', 'tabs']],
    [905, ['page', 'spent', 'place', 'device', 'tabs']],
    [742, ['page', 'spent', 'place', 'device']],
    [741, ['page', 'spent', 'place', 'tabs']],
    [300, []],
  ])('in %d pixels are %j', (widthPx, fitting) => {
    expect(fittingColumns(WANTED, widthPx)).toEqual(fitting);
  });

  it('are none that nobody knows, whatever a browser had kept', () => {
    const kept = ['page', 'shoe size'] as Column[];
    expect(fittingColumns(kept, 2_000)).toEqual(['page']);
  });
});
