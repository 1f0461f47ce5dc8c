import { calls } from './calls.ts';
import { deviceSettings } from './device-settings.ts';
import { failures } from './failures.ts';
import { handoff } from './handoff.ts';
import { palette } from './palette.ts';
import { presence } from './presence.ts';
import { reminders } from './reminders.ts';
import { result } from './result.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { softphone } from './softphone.ts';
import { telephony } from './telephony.ts';
import { vocabulary } from './vocabulary.ts';

/** What can be said until the list of calls is there, in one file: every further file would be a question to the server. */
export const firstWords = {
  calls,
  deviceSettings,
  failures,
  handoff,
  palette,
  presence,
  reminders,
  result,
  shell,
  signIn,
  softphone,
  telephony,
  vocabulary,
} as const;
