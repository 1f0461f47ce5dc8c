import { describe, expect, it } from 'vitest';
import { createCallStore } from '../../../backend/calls/call-store.ts';
import { createRecordingStore } from '../../../backend/calls/recording-store.ts';
import { callIdSchema } from '../../../backend/contract/ids.ts';
import { openDatabase } from '../../../backend/db/database.ts';
import { recordings as recordingTable } from '../../../backend/db/schema/calls.ts';
import { createRecordingErasure } from '../../../backend/recordings/recording-erasure.ts';
import type { CarrierOutcome } from '../../../backend/telephony/carrier-command.ts';
import { insertCustomer } from '../customers/customer-fixture.ts';

const callId = callIdSchema.parse('call_00000000000000000001');

/** A call with a stored recording, and what is done with it in order. */
function bench(outcome: CarrierOutcome) {
  const database = openDatabase(':memory:');
  const customerId = insertCustomer(database);
  const call = {
    id: callId,
    mode: 'ai',
    status: 'completed',
    customerId,
    phoneNumber: '+81300010001',
  } as const;
  createCallStore(database).insert({
    ...call,
    conferenceName: 'random',
    ownerId: null,
    startedAt: new Date(),
  });
  const row = { carrierRef: 'RE1', callId, state: 'completed', keeping: 'stored' } as const;
  database.query.insert(recordingTable).values(row).run();
  const done: string[] = [];
  const erase = createRecordingErasure({
    database,
    recordings: createRecordingStore(database),
    course: {
      removedAtCarrier: () => void done.push('noted: gone from the carrier'),
      expired: () => void done.push('noted: gone'),
    },
    files: { remove: async (ref) => void done.push(`file of ${ref}`) },
    line: {
      async remove(ref) {
        done.push(`carrier’s ${ref}`);
        return outcome;
      },
    },
  });
  return { erase, done };
}

describe('createRecordingErasure', () => {
  it('removes a recording at the carrier and here, whatever is kept there otherwise', async () => {
    const { erase, done } = bench({ type: 'done' });

    const count = await erase([callId]);

    expect(count).toBe(1);
    expect(done).toEqual(['carrier’s RE1', 'noted: gone from the carrier', 'file of RE1', 'noted: gone']);
  });

  it('keeps what is here while the carrier does not answer, so that it can be asked again', async () => {
    const { erase, done } = bench({ type: 'unknown', detail: 'no answer' });

    await expect(erase([callId])).rejects.toThrow('could not be removed at the carrier');

    expect(done).toEqual(['carrier’s RE1']);
  });
});
