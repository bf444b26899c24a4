import { Menu } from '@mantine/core';
import { BellRing } from 'lucide-react';
import { toast } from '../../announcements/toast';
import { t } from '../../language/t';
import { chime } from '../../notices/chime';
import { preferences } from '../../preferences';
import { useStore } from '../../use-store';

/** What the agent wants to be told while looking elsewhere. Off at first; a click also gives leave for sound. */
export function NoticeItems() {
  const wishes = useStore(preferences, (all) => all);
  const setNotices = async (wanted: boolean): Promise<void> => {
    const isAllowed =
      wanted && 'Notification' in window && (await Notification.requestPermission()) === 'granted';
    if (wanted && !isAllowed) toast(t('notice.forbidden'));
    preferences.set({ ...preferences.get(), hasNotices: isAllowed });
  };
  const setSounds = (hasSounds: boolean): void => {
    preferences.set({ ...wishes, hasSounds });
    if (hasSounds) chime();
  };
  return (
    <>
      <Menu.Label>{t('notice.title')}</Menu.Label>
      <Menu.CheckboxItem checked={wishes.hasNotices} onChange={(wanted) => void setNotices(wanted)}>
        {t('notice.notices')}
      </Menu.CheckboxItem>
      <Menu.CheckboxItem checked={wishes.hasSounds} onChange={setSounds}>
        {t('notice.sounds')}
      </Menu.CheckboxItem>
      <Menu.Item leftSection={<BellRing size={15} aria-hidden="true" />} onClick={chime}>
        {t('notice.test')}
      </Menu.Item>
    </>
  );
}
