import { describe, expect, it } from 'vitest';
import { legIdSchema } from '../../../backend/contract/ids.ts';
import { lineAsTold } from '../../../src-renderer/app/line-check.ts';
import { callId, callWithLeg, idOf, sampleCall } from '../support/samples.ts';

const line = { callId, legId: legIdSchema.parse(idOf('leg', 1)), handoffId: null };

describe('lineAsTold', () => {
  it('is there while the server has our leg, or is still to hear of it', () => {
    expect(lineAsTold(line, [callWithLeg('in-conference', 'human-connected')])).toBe('there');
    expect(lineAsTold(line, [callWithLeg('joining', 'transferring')])).toBe('there');
    expect(lineAsTold(line, [sampleCall(1, { participants: [] })])).toBe('there');
  });

  it('is gone once our leg has left, or the call is over', () => {
    expect(lineAsTold(line, [callWithLeg('left', 'transferring')])).toBe('left');
    expect(lineAsTold(line, [callWithLeg('in-conference', 'completed')])).toBe('call-over');
  });

  it('is not known of a call that is not told of', () => {
    expect(lineAsTold(line, [])).toBe('unknown');
  });
});
