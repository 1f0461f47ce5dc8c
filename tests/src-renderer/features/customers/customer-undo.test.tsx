import { describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { CustomerDetail } from '../../../../src-renderer/features/customers/customer-detail.tsx';
import { Toasts } from '../../../../src-renderer/ui/toasts.tsx';
import { type Answers, json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { idOf, sampleCustomer, sampleSession, sampleStatus } from '../../support/samples.ts';

const me = agentIdSchema.parse('misaki');
const customer = sampleCustomer(1, { version: 3, note: '前のメモ' });
const path = `/api/customers/${customer.id}`;
const reminderPath = `/api/reminders/${idOf('reminder', 1)}`;
const reminder = {
  id: idOf('reminder', 1),
  customerId: customer.id,
  company: customer.company,
  person: customer.person,
  phoneNumber: customer.phoneNumber,
  doNotCall: false,
  activeCallId: null,
  agent: null,
  dueAt: '2026-11-21T01:00:00.000Z',
  note: '',
  callId: null,
  doneAt: null,
};
const entry = {
  type: 'reminder',
  key: 'reminder:1',
  at: '2026-11-18T01:00:00.000Z',
  reminderId: reminder.id,
  dueAt: reminder.dueAt,
  note: '',
  for: null,
  doneAt: null,
};
const answers: Answers = {
  'GET /api/session': () => json(sampleSession()),
  'GET /api/agents': () => json({ agents: [sampleStatus()] }),
  [`GET ${path}/timeline`]: () => json({ entries: [entry], next: null }),
  [`PUT ${path}`]: () => json({ ...customer, version: 4 }),
  [`PUT ${reminderPath}`]: () => json(reminder),
  [`POST ${reminderPath}/done`]: () => json(reminder),
  [`DELETE ${reminderPath}/done`]: () => json(reminder),
};

describe('what was done to a customer can be undone', () => {
  it('an edit: what was changed and no more, unless somebody has changed it since', async () => {
    const { screen, sent } = await renderDetail();

    await screen.getByRole('button', { name: /編集/ }).click();
    await screen.getByLabelText('メモ').fill('資料希望');
    await screen.getByRole('button', { name: '保存' }).click();
    await screen.getByRole('button', { name: '元に戻す' }).click();

    await expect
      .poll(() => sent().map(({ body }) => body))
      .toEqual([
        { basedOn: 3, changes: { note: '資料希望' } },
        { basedOn: 4, changes: { note: '前のメモ' } },
      ]);
    await expect.element(screen.getByText('元に戻しました')).toBeVisible();
  });

  it('a reminder that was put off', async () => {
    const { screen, sent } = await renderDetail();

    await screen.getByRole('button', { name: '延ばす' }).click();
    await screen.getByRole('menuitem', { name: '1時間後' }).click();
    await screen.getByRole('button', { name: '元に戻す' }).click();

    await expect.poll(() => sent().at(-1)?.body).toEqual({ dueAt: reminder.dueAt });
  });

  it('a reminder that was ticked off', async () => {
    const { screen, sent } = await renderDetail();

    await screen.getByRole('button', { name: '済みにする' }).click();
    await screen.getByRole('button', { name: '元に戻す' }).click();

    await expect
      .poll(() => sent().map((request) => `${request.method} ${request.path}`))
      .toEqual([`POST ${reminderPath}/done`, `DELETE ${reminderPath}/done`]);
  });
});

async function renderDetail() {
  const rendered = await renderConsole(
    <>
      <CustomerDetail customer={customer} me={me} actions={null} />
      <Toasts />
    </>,
    { answers },
  );
  return { ...rendered, sent: () => rendered.server.requests.filter(({ method }) => method !== 'GET') };
}
