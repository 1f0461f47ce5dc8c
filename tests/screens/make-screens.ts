import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { shootAccountScenes } from './account-scenes.ts';
import { shootAdminScenes } from './admin-scenes.ts';
import { shootAlertStates } from './alert-scenes.ts';
import { shootAuditScenes } from './audit-scenes.ts';
import { shootBarScenes } from './bar-scenes.ts';
import { shootBlockScenes } from './block-scenes.ts';
import { shootCampaignScenes } from './campaign-scenes.ts';
import { shootCustomerScenes } from './customer-scenes.ts';
import { shootDesktopScenes } from './desktop-scenes.ts';
import { shootHistoryScenes } from './history-scenes.ts';
import { shootMainScenes } from './main-scenes.ts';
import { shootSeveralOffers } from './offers-scenes.ts';
import { shootPhoneScenes } from './phone-scenes.ts';
import { shootRecordScenes } from './record-scenes.ts';
import { shootReminderScenes } from './reminder-scenes.ts';
import { shootReportScenes } from './report-scenes.ts';
import { signInAs } from './sign-in.ts';
import { shootSoundScenes } from './sound-scenes.ts';
import { shootStateScenes } from './state-scenes.ts';
import { shootStatusTable } from './status-scenes.ts';
import { shootStoppedPage } from './stopped-scenes.ts';
import { openStudio, type Studio } from './studio.ts';
import { shootSupervisionScenes } from './supervision-scenes.ts';
import { shootTalkScenes } from './talk-scenes.ts';
import { shootOwnDay, shootTeamAtWork } from './team-scenes.ts';
import { shootTroubleScenes } from './trouble-scenes.ts';

const folder = 'docs/screens';

/** In the order in which they are taken: the first ones sign in. */
const scenes: Readonly<Record<string, (studio: Studio) => Promise<void>>> = {
  main: shootMainScenes,
  bar: shootBarScenes,
  talk: shootTalkScenes,
  supervision: shootSupervisionScenes,
  sound: shootSoundScenes,
  offers: shootSeveralOffers,
  alert: shootAlertStates,
  desktop: shootDesktopScenes,
  stopped: shootStoppedPage,
  state: shootStateScenes,
  records: shootRecordScenes,
  trouble: shootTroubleScenes,
  account: shootAccountScenes,
  history: shootHistoryScenes,
  reports: shootReportScenes,
  customers: shootCustomerScenes,
  status: shootStatusTable,
  reminders: shootReminderScenes,
  phone: shootPhoneScenes,
  day: shootOwnDay,
  admin: shootAdminScenes,
  campaigns: shootCampaignScenes,
  team: shootTeamAtWork,
  blocks: shootBlockScenes,
  audit: shootAuditScenes,
};

await makeScreens(process.argv.slice(2));

/**
 * `npm run screens`: a picture of every screen and state; `npm run screens -- talk sound`: of these scenes only, beside the others. The
 * ones before stay until all of the new ones are taken.
 */
async function makeScreens(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in scenes));
  if (unknown.length > 0) throw new Error(`No scene ${unknown}. There are: ${Object.keys(scenes).join(' ')}`);
  await using studio = await openStudio();
  const some = wanted.length > 0;
  if (some && !wanted.includes('main')) await signIn(studio);
  for (const [name, shoot] of Object.entries(scenes)) {
    if (!some || wanted.includes(name)) await shoot(studio);
  }
  studio.develop(folder, some ? 'beside-others' : 'instead-of-others');
}

async function signIn(studio: Studio): Promise<void> {
  await studio.each(async (page) => {
    await signInAs(page, demoAccounts[0]);
    await page.getByText(/電話機は使えます|^Ready$/).waitFor({ timeout: 60_000 });
  });
}
