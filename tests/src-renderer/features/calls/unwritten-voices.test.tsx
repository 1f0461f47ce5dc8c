import { describe, expect, it } from 'vitest';
import type { CallRecord } from '../../../../backend/contract/calls.ts';
import type { Session } from '../../../../backend/contract/session.ts';
import { UnwrittenVoices } from '../../../../src-renderer/features/calls/unwritten-voices.tsx';
import { showPartial } from '../../../../src-renderer/platform/partial-transcripts.ts';
import { queryKeys } from '../../../../src-renderer/platform/query-keys.ts';
import { json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleCall, sampleHandoff, sampleRecord, sampleSession, sampleTurn } from '../../support/samples.ts';

const words = '模擬回線では、マイクの声は文字になりません。';
const talked = sampleRecord({
  turns: [sampleTurn(1)],
  handoffs: [sampleHandoff({ status: 'connected', connectedAt: '2026-11-20T01:02:00.000Z' })],
});

describe('UnwrittenVoices', () => {
  it('explains why only the customer is written down once an agent talks', async () => {
    const { screen } = await renderNote(talked);

    await expect.element(screen.getByText(words)).toBeVisible();
  });

  it('explains it on a call by hand, too', async () => {
    const { screen } = await renderNote(sampleRecord({ call: sampleCall(1, { mode: 'agent' }) }));

    await expect.element(screen.getByText(words)).toBeVisible();
  });

  it('says nothing while words of the agent are just being written', async () => {
    const { screen, platform } = await renderNote(talked);

    showPartial(platform.partials, { callId: talked.call.id, speaker: 'agent', text: 'お電話' });

    await expect.element(screen.getByText(words)).not.toBeInTheDocument();
  });

  it.each([
    ['the AI has the call', sampleRecord({ turns: [sampleTurn(1)] }), sampleSession()],
    ['the agent is written down', withAgentsWords(), sampleSession()],
    ['telephony is real', talked, { ...sampleSession(), telephony: { carrier: 'twilio' } }],
  ] as const)('says nothing while %s', async (_while, record, session) => {
    const { screen } = await renderNote(record, session);

    await expect.element(screen.getByText(words)).not.toBeInTheDocument();
  });
});

function withAgentsWords(): CallRecord {
  return { ...talked, turns: [sampleTurn(1), sampleTurn(2, { speaker: 'agent' })] };
}

async function renderNote(record: CallRecord, session: Session = sampleSession()) {
  const rendered = await renderConsole(<UnwrittenVoices record={record} />, {
    answers: { 'GET /api/session': () => json(session) },
  });
  await expect.poll(() => rendered.cache.getQueryData(queryKeys.session)).toBeDefined();
  return rendered;
}
