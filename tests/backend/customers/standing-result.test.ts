import { describe, expect, it } from 'vitest';
import { callIdSchema, customerIdSchema } from '../../../backend/contract/ids.ts';
import type { AfterCall } from '../../../backend/customers/after-call.ts';
import {
  createResultDrafted,
  createResultStands,
  type ToldCall,
} from '../../../backend/customers/standing-result.ts';
import { fixedClock } from '../../support/fixed-clock.ts';

const clock = fixedClock();
const goingOn: ToldCall = {
  id: callIdSchema.parse('call_11111111111111111111'),
  customerId: customerIdSchema.parse('customer_11111111111111111111'),
  phoneNumber: '+81300010001',
  ownerId: null,
  startedBy: null,
  nextAction: null,
  note: '',
  result: null,
  resultReason: null,
  endedAt: null,
};
const refused = { result: 'rejected', resultReason: 'rejection' } as const;

function told(call: ToldCall): string[] {
  const told: string[] = [];
  const afterCall: AfterCall = {
    refused: ({ reason }) => told.push(`refused: ${reason}`),
    finished: ({ reason }) => told.push(`finished: ${reason}`),
  };
  createResultStands(afterCall, clock)(call, null);
  return told;
}

describe('the result that a call shows', () => {
  it('counts as soon as the customer refuses', () => {
    expect(told({ ...goingOn, ...refused })).toEqual(['refused: rejection']);
  });

  it('counts for the customer when the call is over', () => {
    expect(told({ ...goingOn, ...refused, endedAt: clock.now() })).toEqual(['finished: rejection']);
  });

  it.each<[string, Partial<ToldCall>]>([
    ['there is none', { endedAt: clock.now() }],
    ['the call goes on and may lead to another', { result: 'follow_up', resultReason: 'callback' }],
  ])('means nothing yet while %s', (_case, changes) => {
    expect(told({ ...goingOn, ...changes })).toEqual([]);
  });
});

describe('the result of a call on which a human talked', () => {
  function counted(changes: Partial<ToldCall>): string[] {
    const counted: string[] = [];
    const drafted = createResultDrafted(
      ({ result }) => counted.push(`stands: ${result}`),
      () => counted.push('published'),
    );
    drafted({ ...goingOn, endedAt: clock.now(), ...changes });
    return counted;
  }

  it('waits for somebody to confirm it', () => {
    expect(counted({ result: 'success', resultReason: 'talked' })).toEqual(['published']);
  });

  it('counts at once when it is a refusal', () => {
    expect(counted(refused)).toEqual(['stands: rejected']);
  });
});
