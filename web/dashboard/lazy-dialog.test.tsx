import { render, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { toastText } from './announcements/toast-text';
import { lazyDialog } from './lazy-dialog';

it('a dialog that cannot be fetched says so and closes, again and again, and takes nothing down', async () => {
  const Dialog = lazyDialog(() => Promise.reject(new Error('Unable to preload CSS')));
  const closed = jest.fn();
  const open = () =>
    render(
      <Suspense>
        <Dialog onClose={closed} />
      </Suspense>,
    );

  open().unmount();
  await waitFor(() => {
    const { unmount } = open();
    unmount();
    expect(closed).toHaveBeenCalled();
  });
  const before = closed.mock.calls.length;
  open();

  expect(closed.mock.calls.length).toBeGreaterThan(before);
  expect(toastText.get()).toMatch(/can't be fetched.*Reload the page/);
});
