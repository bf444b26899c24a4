import type { Page } from 'playwright-core';
import type { RunningPorchlight } from './running-porchlight';

/** Opens the dashboard and signs in as the first agent. */
export async function signIn(
  page: Page,
  { dashboardUrl, email, password }: RunningPorchlight,
): Promise<void> {
  await page.goto(dashboardUrl);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: false }).first().fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
