import { calls } from './en/calls.ts';
import { customer } from './en/customer.ts';
import { customerImports } from './en/customer-imports.ts';
import { customerPhone } from './en/customer-phone.ts';
import { customers } from './en/customers.ts';
import { failures } from './en/failures.ts';
import { handoff } from './en/handoff.ts';
import { history } from './en/history.ts';
import { palette } from './en/palette.ts';
import { presence } from './en/presence.ts';
import { result } from './en/result.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { softphone } from './en/softphone.ts';
import { telephony } from './en/telephony.ts';
import { transcript } from './en/transcript.ts';
import { users } from './en/users.ts';
import { vocabulary } from './en/vocabulary.ts';
import type { Words } from './japanese.ts';

/** The equal of the Japanese, not its translation. A missing key does not compile. */
export const english: Words = {
  calls,
  customer,
  customerImports,
  customerPhone,
  customers,
  failures,
  handoff,
  history,
  palette,
  presence,
  result,
  settings,
  shell,
  signIn,
  softphone,
  telephony,
  transcript,
  users,
  vocabulary,
};
