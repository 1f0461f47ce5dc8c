import { everyLook, narrowerLooks, twoLooks } from './looks.ts';
import type { Studio } from './studio.ts';

/** What an agent sets of themselves besides the conversation: what the AI says, and working hours. */
export async function shootOwnSettings(studio: Studio): Promise<void> {
  await studio.open('/settings/templates');
  await studio.each(async (page) => {
    await page.getByRole('textbox').first().fill('{{my_company_name}}の{{my_representative_name}}です。');
    await page.getByRole('region').nth(1).waitFor();
  });
  await studio.shoot('settings-templates', [...everyLook, ...narrowerLooks]);
  await studio.each((page) => page.getByRole('button', { name: /^(元に戻す|Undo changes)$/ }).click());
  await studio.open('/settings/schedule');
  await studio.shoot('settings-schedule', [...everyLook, ...narrowerLooks]);
}

/** What admins set for the team and for a colleague. */
export async function shootTeamSettings(studio: Studio): Promise<void> {
  await studio.open('/settings/team');
  await studio.shoot('settings-team', [...everyLook, ...narrowerLooks]);
  await studio.open('/settings/members');
  await studio.each(async (page) => {
    await page.getByRole('combobox').first().selectOption({ index: 1 });
    await page.getByRole('spinbutton').first().waitFor();
  });
  await studio.shoot('settings-members', [...twoLooks, ...narrowerLooks]);
}
