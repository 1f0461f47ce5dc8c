import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { partialTranscriptSchema } from '../../../backend/contract/events.ts';
import { createPartialTranscripts, showPartial } from '../../../src-renderer/platform/partial-transcripts.ts';
import { callId } from '../support/samples.ts';

function said(text: string) {
  return partialTranscriptSchema.parse({ callId, speaker: 'customer', text });
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('showPartial', () => {
  it('takes away what nobody goes on with, because it was never written down', () => {
    const partials = createPartialTranscripts();

    showPartial(partials, said('少々'));
    vi.advanceTimersByTime(5_000);
    showPartial(partials, said('少々お待ち'));
    vi.advanceTimersByTime(5_000);
    const meanwhile = partials.getState()[callId];
    vi.advanceTimersByTime(5_000);

    expect(meanwhile).toEqual([said('少々お待ち')]);
    expect(partials.getState()[callId]).toEqual([]);
  });
});
