import type { Page } from '@playwright/test';
import { type OpenReminder, openReminderSchema, remindersSchema } from '../../backend/contract/reminders.ts';
import { demoCustomers } from '../../backend/db/seed/demo-customers.ts';
import { changeAnswer, failAnswer, holdAnswer } from './changed-answers.ts';
import { everyLook, narrowerLooks, twoLooks } from './looks.ts';
import { failed, loading, shootState } from './played-state.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };
const path = /\/api\/reminders\?/;

/** When each is due, in minutes from now, and what for. */
const played = [
  [-1_480, '部長が出張から戻る頃'],
  [-95, '見積の返事をうかがう'],
  [-4, '担当の高橋さんが会議から戻る時刻。午後は外出とのこと'],
  [25, '資料が届いたか確かめる'],
  [150, ''],
  [1_140, '新しい担当の方のお名前をうかがう'],
  [4_020, '来期の予算が決まる頃'],
] as const;

/** Whom to call again, in every state of the list. */
export async function shootReminderScenes(studio: Studio): Promise<void> {
  const list = { studio, place: '/reminders' };
  const play = (page: Page): Promise<void> => answerReminders(page, studio.now());
  await shootState({
    ...list,
    name: 'reminders',
    looks: [...everyLook, ...narrowerLooks],
    play,
    until: (page) => rows(page).nth(6).waitFor(soon),
  });
  await studio.each((page) => play(page));
  await studio.open('/reminders');
  await studio.each(async (page) => {
    await page
      .getByRole('button', { name: /の予定を延ばす$|^Snooze/ })
      .nth(1)
      .click();
    await page.getByRole('menu').waitFor(soon);
  });
  await studio.shoot('reminders-snooze', twoLooks);
  await studio.each(async (page) => {
    await page.getByRole('menuitem').last().click();
    await page
      .getByRole('dialog')
      .getByRole('textbox')
      .or(page.locator('input[type=datetime-local]'))
      .first()
      .waitFor(soon);
  });
  await studio.shoot('reminders-time', twoLooks);
  await studio.each((page) => page.keyboard.press('Escape'));
  await shootStates(studio);
}

async function shootStates(studio: Studio): Promise<void> {
  const list = { studio, place: '/reminders' };
  await shootState({
    ...list,
    name: 'reminders-empty',
    play: (page) => changeAnswer(page, path, remindersSchema, () => ({ reminders: [], next: null })),
    until: (page) => page.getByText(/予定はありません|nobody to call again/).waitFor(soon),
  });
  await shootState({
    ...list,
    name: 'reminders-loading',
    play: (page) => holdAnswer(page, path),
    until: loading,
  });
  await shootState({
    ...list,
    name: 'reminders-failed',
    play: (page) => failAnswer(page, path),
    until: failed,
  });
}

async function answerReminders(page: Page, now: number): Promise<void> {
  const reminders = played.map(([minutes, note], number) =>
    playedReminder(number, now + minutes * 60_000, note),
  );
  await changeAnswer(page, path, remindersSchema, () => ({ reminders, next: null }));
}

function playedReminder(number: number, due: number, note: string): OpenReminder {
  const digits = String(number).padStart(20, '0');
  const customer = demoCustomers[number + 3];
  return openReminderSchema.parse({
    id: `reminder_${digits}`,
    customerId: `customer_${digits}`,
    company: customer?.company,
    person: customer?.person ?? null,
    phoneNumber: customer?.phoneNumber,
    doNotCall: number === 5,
    activeCallId: number === 3 ? `call_${digits}` : null,
    agent: null,
    dueAt: new Date(due).toISOString(),
    note,
    callId: number === 1 ? `call_${digits}` : null,
    doneAt: null,
  });
}

function rows(page: Page) {
  return page.getByRole('main').getByRole('listitem');
}
