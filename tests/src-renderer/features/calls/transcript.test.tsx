import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Transcript } from '../../../../src-renderer/features/calls/transcript.tsx';
import { showPartial } from '../../../../src-renderer/platform/partial-transcripts.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall, sampleHandoff, sampleRecord, sampleTurn } from '../../support/samples.ts';

const longTalk = (length: number) =>
  sampleRecord({ turns: Array.from({ length }, (_, index) => sampleTurn(index + 1)) });

describe('Transcript', () => {
  it('tells who said what and when, with the intent, and doubts what was hardly heard', async () => {
    const record = sampleRecord({
      turns: [
        sampleTurn(1, { intent: 'purpose_inquiry' }),
        sampleTurn(2, { confidence: 0.4, text: 'えっと' }),
        sampleTurn(3, { speaker: 'ai', confidence: null, text: 'ありがとうございます' }),
      ],
    });

    const { screen } = await renderConsole(<Transcript record={record} />);

    await expect.element(screen.getByText('用件の確認')).toBeVisible();
    await expect.element(screen.getByText('聞き取りに自信がありません（40%）')).toBeInTheDocument();
    await expect.element(screen.getByText('ありがとうございます')).toBeVisible();
  });

  it('shows what is being said, until it has become a turn', async () => {
    const { screen, platform } = await renderConsole(<Transcript record={sampleRecord()} />);

    showPartial(platform.partials, { callId, speaker: 'customer', text: 'お電話代わり' });
    await expect.element(screen.getByText('お電話代わり')).toBeVisible();
    showPartial(platform.partials, { callId, speaker: 'customer', text: '' });

    await expect.element(screen.getByText('お電話代わり')).not.toBeInTheDocument();
  });

  it('writes handoffs between the turns, at their time', async () => {
    const offer = {
      id: 'offer_00000000000000000001',
      agent: { id: 'kenta', name: '鈴木' },
      status: 'declined',
      declineReason: 'busy',
      offeredAt: '2026-11-20T01:01:10.000Z',
      deadline: '2026-11-20T01:01:25.000Z',
      respondedAt: '2026-11-20T01:01:12.000Z',
    };
    const record = sampleRecord({
      turns: [sampleTurn(5), sampleTurn(30)],
      handoffs: [sampleHandoff({ requestedAt: '2026-11-20T01:01:10.000Z', offers: [offer] })],
    });

    const { screen } = await renderConsole(<Transcript record={record} />);

    const lines = [...screen.container.querySelectorAll('ol > li')].map((line) => line.textContent);
    expect(lines.findIndex((line) => line.includes('鈴木さんが断りました（手が離せない）'))).toBe(
      lines.findIndex((line) => line.includes('発言30')) - 1,
    );
  });

  it('says once what several messages of the carrier tell of the same moment', async () => {
    const agent = { id: 'misaki', name: '佐藤' };
    const leg = { agent, via: 'softphone', state: 'left', muted: false, onHold: false };
    const record = sampleRecord({
      call: sampleCall(1, {
        status: 'completed',
        endedAt: '2026-11-20T01:03:00.000Z',
        participants: [
          {
            ...leg,
            legId: 'leg_00000000000000000001',
            kind: 'ai',
            agent: null,
            joinedAt: '2026-11-20T01:01:00.000Z',
            leftAt: '2026-11-20T01:02:01.000Z',
          },
          {
            ...leg,
            legId: 'leg_00000000000000000002',
            kind: 'agent',
            joinedAt: '2026-11-20T01:01:59.000Z',
            leftAt: '2026-11-20T01:02:59.500Z',
          },
        ],
      }),
      handoffs: [
        sampleHandoff({
          status: 'connected',
          agent,
          requestedAt: '2026-11-20T01:01:50.000Z',
          connectedAt: '2026-11-20T01:02:00.000Z',
        }),
      ],
    });

    const { screen } = await renderConsole(<Transcript record={record} />);

    const lines = [...screen.container.querySelectorAll('ol > li')].map((line) => line.textContent);
    expect(lines.map((line) => line.replace(/ [\d:]+$/, ''))).toEqual([
      '先方が応答しました',
      '取り次ぎ: 保留中です。まもなく担当の方が出ます',
      '佐藤さんにつながりました',
      '通話が終了しました',
    ]);
  });

  it('follows the end while the reader is there', async () => {
    const { screen, rerender } = await renderConsole(<Transcript record={longTalk(40)} />, {
      frameHeight: 300,
    });

    await rerender(<Transcript record={longTalk(45)} />);

    await expect.poll(() => distanceToEnd(screen.getByRole('log').element())).toBeLessThan(2);
  });

  it('stays where the reader has scrolled to, and jumps to the end with the End key', async () => {
    const { screen, rerender } = await renderConsole(<Transcript record={longTalk(40)} />, {
      frameHeight: 300,
    });
    const log = screen.getByRole('log').element();
    await expect.poll(() => distanceToEnd(log)).toBeLessThan(2);

    log.scrollTop = 0;
    await expect.element(screen.getByRole('button', { name: '末尾へ' })).toBeVisible();
    await rerender(<Transcript record={longTalk(45)} />);
    const keptAt = log.scrollTop;
    await userEvent.keyboard('{End}');

    expect(keptAt).toBe(0);
    await expect.poll(() => distanceToEnd(log)).toBeLessThan(2);
  });
});

function distanceToEnd(log: Element): number {
  return log.scrollHeight - log.scrollTop - log.clientHeight;
}
