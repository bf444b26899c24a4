import { lastSeen } from '../time/last-seen';
import { countText } from '../text/count-text';
import { speak } from './speak';
import { speakOfSettings } from './speak-of-settings';
import { t } from './t';

const NOW = new Date('2026-11-25T12:00:00.000Z');
const FIVE_MINUTES_AGO = new Date('2026-11-25T11:55:00.000Z');

afterEach(() => speak('en'));

describe('turning to another language', () => {
  it('[D-26] takes texts, plurals, numbers and ages along', async () => {
    await speak('de');

    expect(t('presence.online')).toBe('Online');
    expect(t('presence.tabs', { count: 3 })).toBe('3 Tabs');
    expect(countText(9_482)).toBe('9.482');
    expect(lastSeen(FIVE_MINUTES_AGO, NOW)).toBe('vor 5 Minuten');
    expect(document.documentElement).toHaveAttribute('lang', 'de');
  });

  it('[D-26] Arabic runs from right to left and knows its own plurals', async () => {
    await speak('ar');

    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    expect([1, 2, 3, 11].map((count) => t('presence.tabs', { count }))).toEqual([
      'علامة تبويب واحدة',
      'علامتا تبويب',
      '3 علامات تبويب',
      '11 علامة تبويب',
    ]);
  });

  it('[D-26] takes the texts of the settings along once they were opened, and not before', async () => {
    await speak('de');
    expect(t('settings.save')).toBe('settings.save');

    await speakOfSettings();
    expect(t('settings.save')).toBe('Speichern');

    await speak('en');
    expect(t('settings.save')).toBe('Save');
  });
});
