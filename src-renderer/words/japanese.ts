import { calls } from './ja/calls.ts';
import { customer } from './ja/customer.ts';
import { customerImports } from './ja/customer-imports.ts';
import { customerPhone } from './ja/customer-phone.ts';
import { customers } from './ja/customers.ts';
import { failures } from './ja/failures.ts';
import { handoff } from './ja/handoff.ts';
import { history } from './ja/history.ts';
import { palette } from './ja/palette.ts';
import { presence } from './ja/presence.ts';
import { result } from './ja/result.ts';
import { settings } from './ja/settings.ts';
import { shell } from './ja/shell.ts';
import { signIn } from './ja/sign-in.ts';
import { softphone } from './ja/softphone.ts';
import { telephony } from './ja/telephony.ts';
import { transcript } from './ja/transcript.ts';
import { users } from './ja/users.ts';
import { vocabulary } from './ja/vocabulary.ts';

/** Written first; the other languages have to have the same keys. */
export const japanese = {
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
} as const;

export type Words = Wording<typeof japanese>;

type Wording<Node> = { readonly [Key in keyof Node]: Node[Key] extends string ? string : Wording<Node[Key]> };
