import { expect, it } from 'vitest';
import { untilOver } from '../support/call-waits.ts';
import { customerLinesOf } from '../support/observed-customer.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { startSystem } from '../support/system.ts';

describeInEachPlacement('a message on an answering machine', ({ settings }) => {
  it('is left once the announcement is over, and is heard whole', async () => {
    await using system = await startSystem({ ...settings, LEAVE_VOICEMAIL: 'on' });

    const callId = await system.suzuki.start({ customerId: await system.customerOf('voicemail') });
    const { call, turns } = await untilOver(system.suzuki, callId);
    await eventually(() => expect(customerLinesOf(system)[0]?.status).toBe('completed'));

    const [line] = customerLinesOf(system);
    const [message, ...others] = turns.filter(({ speaker }) => speaker === 'ai');
    const heard = line?.heard.find(({ what }) => what.text === message?.text);
    expect(others).toEqual([]);
    expect(message?.text).toContain('改めてご連絡いたします');
    expect(call).toMatchObject({ result: 'absent', resultReason: 'voicemail' });
    expect(Date.parse(heard?.from ?? '')).toBeGreaterThanOrEqual(Date.parse(line?.said.at(-1)?.to ?? ''));
  });
});
