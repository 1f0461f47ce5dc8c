import { shootAdminScenes } from './admin-scenes.ts';
import { shootCustomerScenes } from './customer-scenes.ts';
import { shootDesktopScenes } from './desktop-scenes.ts';
import { shootMainScenes } from './main-scenes.ts';
import { shootSeveralOffers } from './offers-scenes.ts';
import { shootPhoneScenes } from './phone-scenes.ts';
import { shootSoundScenes } from './sound-scenes.ts';
import { shootStateScenes } from './state-scenes.ts';
import { openStudio } from './studio.ts';
import { shootTalkScenes } from './talk-scenes.ts';

await makeScreens();

/** `npm run screens`: a picture of every screen and state. The ones before stay until all of the new ones are taken. */
async function makeScreens(): Promise<void> {
  await using studio = await openStudio();
  await shootMainScenes(studio);
  await shootTalkScenes(studio);
  await shootSoundScenes(studio);
  await shootSeveralOffers(studio);
  await shootDesktopScenes(studio);
  await shootStateScenes(studio);
  await shootCustomerScenes(studio);
  await shootPhoneScenes(studio);
  await shootAdminScenes(studio);
  studio.develop('docs/screens');
}
