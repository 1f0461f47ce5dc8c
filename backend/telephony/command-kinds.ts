import type { CarrierCommand } from './carrier-command.ts';

type CommandType = CarrierCommand['type'];

interface CommandKind {
  /** A new leg, of which the carrier gives only so many a second: of the customer, or of an AI or a human who joins them. */
  readonly makes: 'customer' | 'company' | null;
  /** It makes sense when the call is over; all others only while it is on. */
  readonly ends: boolean;
  /** A telephone would ring twice: where nobody knows whether it was done, it is looked up and not done again. */
  readonly lookedUp: boolean;
  /** Without it a call goes on as well as before: its failure alarms nobody. */
  readonly dispensable: boolean;
  /** No customer hears whether it is done: it keeps nothing waiting that they are to hear. */
  readonly unheard: boolean;
  /** It belongs to one moment, and may be heard twice: not done in time, or perhaps done, it is left. */
  readonly passing: boolean;
}

const change: CommandKind = {
  makes: null,
  ends: false,
  lookedUp: false,
  dispensable: false,
  unheard: false,
  passing: false,
};
const end: CommandKind = { ...change, ends: true };
const writing: CommandKind = { ...change, dispensable: true, unheard: true };

/** What each command is to those who only carry it. */
const kinds: Readonly<Record<CommandType, CommandKind>> = {
  'dial-customer': { ...change, makes: 'customer', lookedUp: true },
  'add-ai': { ...change, makes: 'company' },
  'ring-softphone': { ...change, makes: 'company' },
  'ring-telephone': { ...change, makes: 'company', lookedUp: true },
  'dismiss-telephone': end,
  'mute-leg': change,
  'supervise-leg': change,
  'hold-leg': change,
  announce: { ...change, dispensable: true, passing: true },
  'take-leave': change,
  'remove-leg': end,
  transcribe: writing,
  'stop-transcribing': writing,
  'end-conference': end,
  'hang-up': end,
};

/** Of stored types, too, which may be of another version. */
export function makesLeg(type: string): boolean {
  return (typed(type)?.makes ?? null) !== null;
}

export function isLookedUp(type: string): boolean {
  return typed(type)?.lookedUp ?? false;
}

export function endsSomething({ type }: Pick<CarrierCommand, 'type'>): boolean {
  return kinds[type].ends;
}

export function isDispensable({ type }: Pick<CarrierCommand, 'type'>): boolean {
  return kinds[type].dispensable;
}

/** Of stored types, too. */
export function isPassing(type: string): boolean {
  return typed(type)?.passing ?? false;
}

export const endingTypes: readonly string[] = typesThat(({ ends }) => ends);

/** Who joins has a lane of their own in the outbox. */
export const joiningTypes: readonly string[] = typesThat(({ makes }) => makes === 'company');

/** One lane of the outbox for all of a call, beside the one of what is heard. */
export const unheardTypes: readonly string[] = typesThat(({ unheard }) => unheard);

function typed(type: string): CommandKind | undefined {
  return Object.entries(kinds).find(([known]) => known === type)?.[1];
}

function typesThat(are: (kind: CommandKind) => boolean): string[] {
  return Object.entries(kinds).flatMap(([type, kind]) => (are(kind) ? type : []));
}
