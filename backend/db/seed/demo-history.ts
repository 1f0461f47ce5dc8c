import { DateTime } from 'luxon';
import { mayCallAt } from '../../customers/calling-hours.ts';
import type { CustomerRow } from '../../customers/customer-store.ts';
import { type DemoCall, type DemoCallOptions, demoCall } from './demo-call.ts';
import { demoScripts } from './demo-scripts.ts';
import { integerBetween, pickWeighted, type Random } from './random.ts';

const zone = 'Asia/Tokyo';
const weeks = 4;
const officeHours = { type: 'window', from: 9 * 60, to: 18 * 60 } as const;

interface DemoHistoryOptions {
  readonly agents: readonly DemoCallOptions['agent'][];
  /** The customers as they are by then: whoever has refused is not called again. */
  readonly callable: () => readonly { readonly row: CustomerRow; readonly mayRefuse: boolean }[];
  readonly now: Date;
  readonly ids: (at: Date) => DemoCallOptions['ids'];
  readonly random: Random;
}

/** Some finished calls on each working day of the last weeks, oldest first. */
export function* demoHistory(options: DemoHistoryOptions): Generator<DemoCall> {
  const { callable, now, ids, random } = options;
  for (const startedAt of startTimes(now, random)) {
    const customers = callable();
    const customer = customers[integerBetween(random, 0, customers.length - 1)];
    const agent = customer && agentFor(customer.row, options);
    if (!customer || !agent) continue;
    const scripts = demoScripts.filter((script) => customer.mayRefuse || script.result !== 'rejected');
    const script = pickWeighted(random, scripts);
    yield demoCall({ script, customer: customer.row, agent, startedAt, ids: ids(startedAt), random });
  }
}

function agentFor(customer: CustomerRow, { agents, random }: DemoHistoryOptions) {
  const owner = agents.find((agent) => agent.id === customer.ownerId);
  return owner ?? agents[integerBetween(random, 0, agents.length - 1)];
}

/** At least ten minutes apart, so that no two calls of the same day touch. */
function startTimes(now: Date, random: Random): Date[] {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day');
  const days = Array.from({ length: weeks * 7 }, (_, index) => today.minus({ days: weeks * 7 - index }));
  return days
    .flatMap((day) => {
      let at = day.set({ hour: 9, minute: 15 });
      return Array.from({ length: 7 }, () => {
        at = at.plus({ minutes: integerBetween(random, 12, 110), seconds: integerBetween(random, 0, 59) });
        return at.toJSDate();
      });
    })
    .filter((at) => mayCallAt(officeHours, zone, at));
}
