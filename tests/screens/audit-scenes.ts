import type { Page } from '@playwright/test';
import { type AuditPage, auditPageSchema } from '../../backend/contract/audit.ts';
import { demoCustomers } from '../../backend/db/seed/demo-customers.ts';
import { changeToAdmin } from './admin-scenes.ts';
import { changeAnswer, failAnswer, holdAnswer } from './changed-answers.ts';
import { everyLook, narrowerLooks, twoLooks } from './looks.ts';
import { failed, loading, shootState } from './played-state.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };
const path = /\/api\/audit\?/;

/** Who changed what, for admins alone. */
export async function shootAuditScenes(studio: Studio): Promise<void> {
  await studio.each((page) => changeToAdmin(page, studio.url));
  const screen = { studio, place: '/audit' };
  const play = (page: Page): Promise<void> =>
    changeAnswer(page, path, auditPageSchema, () => playedLog(studio.now()));
  await shootState({
    ...screen,
    name: 'audit',
    looks: [...everyLook, ...narrowerLooks],
    play,
    until: (page) => entries(page).nth(6).waitFor(soon),
  });
  await studio.each((page) => play(page));
  await studio.open('/audit');
  await studio.each(async (page) => {
    await entries(page).first().click();
    await page.getByRole('dialog').getByRole('table').waitFor(soon);
  });
  await studio.shoot('audit-entry', [...everyLook, ...narrowerLooks]);
  await studio.each(async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^(種類|Kind)$/ }).click();
    await page.getByRole('menu').waitFor(soon);
  });
  await studio.shoot('audit-kinds', twoLooks);
  await studio.each((page) => page.keyboard.press('Escape'));
  await shootStates(studio);
}

async function shootStates(studio: Studio): Promise<void> {
  const screen = { studio, place: '/audit' };
  await shootState({
    ...screen,
    name: 'audit-none-left',
    place: '/audit?subject=recording',
    play: (page) => changeAnswer(page, path, auditPageSchema, () => ({ entries: [], next: null })),
    until: (page) => page.getByText(/この絞り込みに合う変更|No change matches/).waitFor(soon),
  });
  await shootState({
    ...screen,
    name: 'audit-loading',
    play: (page) => holdAnswer(page, path),
    until: loading,
  });
  await shootState({
    ...screen,
    name: 'audit-failed',
    play: (page) => failAnswer(page, path),
    until: failed,
  });
}

function entries(page: Page) {
  return page.getByRole('main').getByRole('listitem').getByRole('button');
}

function playedLog(now: number): AuditPage {
  const admin = { id: 'played-admin', name: '管理 太郎' };
  const agent = { id: 'played-agent', name: '佐藤 美咲' };
  const customer = { subject: 'customer', subjectId: 'customer_00000000000000000001' };
  const told = [
    {
      ...customer,
      subjectName: demoCustomers[3]?.company,
      actor: agent,
      action: 'changed',
      before: { status: 'new', person: null, phoneNumber: '+81312345678', tags: ['展示会'], note: '' },
      after: {
        status: 'follow-up',
        person: '高橋 恵',
        phoneNumber: '+81312349876',
        tags: ['展示会', '紹介'],
        note: '来期の予算で検討とのこと。\n3月に改めてお電話する。',
      },
    },
    {
      ...customer,
      subjectName: demoCustomers[5]?.company,
      actor: null,
      action: 'call-result',
      before: { status: 'in-progress' },
      after: { status: 'rejected', result: 'rejected' },
    },
    {
      subject: 'phone-number',
      subjectId: '+81666222333',
      actor: admin,
      action: 'unblocked',
      before: { reason: 'rejection', source: 'call' },
      after: { reason: '先方から改めてご依頼をいただいたため' },
    },
    {
      subject: 'account',
      subjectId: 'played-agent',
      subjectName: '佐藤 美咲',
      actor: admin,
      action: 'changed',
      before: { name: '佐藤 美咲', role: 'agent', disabled: false },
      after: { name: '佐藤 美咲', role: 'admin', disabled: false },
    },
    {
      subject: 'team',
      subjectId: 'defaults',
      actor: admin,
      action: 'changed',
      before: { locked: [], conversation: { myCompanyName: '青葉商事' } },
      after: { locked: ['phone'], conversation: { myCompanyName: '青葉商事株式会社' } },
    },
    {
      subject: 'import',
      subjectId: 'import_00000000000000000001',
      actor: admin,
      action: 'started',
      before: null,
      after: { fileName: '展示会名簿_2026.csv', rows: 1_240 },
    },
    {
      subject: 'history',
      subjectId: 'csv',
      actor: admin,
      action: 'exported',
      before: null,
      after: { format: 'csv', result: 'success' },
    },
    {
      subject: 'call',
      subjectId: 'call_00000000000000000001',
      actor: admin,
      action: 'supervision-started',
      before: null,
      after: { mode: 'listen' },
    },
    {
      ...customer,
      subjectName: demoCustomers[8]?.company,
      actor: agent,
      action: 'reminder-added',
      before: null,
      after: { dueAt: new Date(now + 86_400_000).toISOString(), note: '部長が戻る頃' },
    },
  ].map((one, number) => ({
    subjectName: null,
    ...one,
    id: 5_000 - number,
    at: new Date(now - number * 1_870_000).toISOString(),
    origin: one.actor === null ? null : '192.0.2.17',
  }));
  return auditPageSchema.parse({ entries: told, next: null });
}
