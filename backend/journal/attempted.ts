import type { Log } from '../kernel/log.ts';
import type { CarrierOutcome } from '../telephony/carrier-command.ts';

type UnknownOutcome = Extract<CarrierOutcome, { readonly type: 'unknown' }>;

/** What the carrier answered; where a defect of ours came between, nobody knows what it did. */
export async function attempted<Outcome>(
  ask: () => Promise<Outcome>,
  log: Log,
): Promise<Outcome | UnknownOutcome> {
  try {
    return await ask();
  } catch (error) {
    log.error({ error }, 'a carrier command broke');
    return { type: 'unknown', detail: 'a defect of ours' };
  }
}
