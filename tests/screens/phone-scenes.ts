import { customerPageSchema } from '../../backend/contract/customers.ts';
import { customerPhoneNumber } from '../../backend/simulator/personas/numbers.ts';
import { ownLooks } from './looks.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

/** The telephone on which a person plays the customer. */
export async function shootPhoneScenes(studio: Studio): Promise<void> {
  const { ja } = studio.pages;
  await ja.goto(`${studio.url}/phone`);
  await ja.getByText('電話をお待ちしています').waitFor(soon);
  await studio.shoot('phone-waiting', ownLooks.ja);

  const { customers } = await studio.agent.ask(customerPageSchema, 'GET', '/api/customers?limit=200');
  const customer = customers.find(({ phoneNumber }) => phoneNumber === customerPhoneNumber);
  if (customer === undefined) throw new Error('the demo data have nobody on the phone page');
  const callId = await studio.agent.start({ customerId: customer.id, mode: 'ai' });
  await ja.getByRole('button', { name: '電話に出る' }).waitFor(soon);
  await studio.shoot('phone-ringing', ownLooks.ja);

  await ja.getByRole('button', { name: '電話に出る' }).click();
  await ja.getByLabel('話す言葉').fill('はい、ミナト工業でございます');
  await ja.keyboard.press('Enter');
  await ja.getByText('お世話になっております', { exact: false }).first().waitFor(soon);
  await studio.shoot('phone', ownLooks.ja);
  await studio.agent.request('POST', '/api/calls/end', { callId });
}
