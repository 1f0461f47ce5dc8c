import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Transcript } from '../../../../src-renderer/features/calls/transcript.tsx';
import { showPartial } from '../../../../src-renderer/platform/partial-transcripts.ts';
import { formatTime } from '../../../../src-renderer/platform/times.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall, sampleHandoff, sampleRecord, sampleTurn } from '../../support/samples.ts';

const longTalk = (length: number) =>
  sampleRecord({
    turns: Array.from({ length }, (_, index) => sampleTurn(index + 1, { at: atSecond(index + 1) })),
  });
const atSecond = (second: number) =>
  new Date(Date.parse('2026-11-20T01:01:00.000Z') + second * 1_000).toISOString();

describe('Transcript', () => {
  afterEach(() => vi.restoreAllMocks());

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

  it('plays the call from a line that is pressed, where it can be heard', async () => {
    const record = sampleRecord({ turns: [sampleTurn(1), sampleTurn(2)] });
    const heard: string[] = [];
    const { screen, rerender } = await renderConsole(<Transcript record={record} />);
    await expect.element(screen.getByRole('button', { name: /から聞く/ })).not.toBeInTheDocument();

    await rerender(<Transcript record={record} onListen={(at) => heard.push(at)} />);
    await screen
      .getByRole('button', { name: /から聞く/ })
      .nth(1)
      .click();

    expect(heard).toEqual([record.turns[1]?.at]);
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

  it('keeps that somebody was rung when they have answered, so that no line moves', async () => {
    const offer = {
      id: 'offer_00000000000000000001',
      agent: { id: 'kenta', name: '鈴木' },
      status: 'accepted',
      declineReason: null,
      offeredAt: '2026-11-20T01:01:10.000Z',
      deadline: '2026-11-20T01:01:25.000Z',
      respondedAt: '2026-11-20T01:01:12.000Z',
    };
    const record = sampleRecord({
      handoffs: [sampleHandoff({ requestedAt: '2026-11-20T01:01:10.000Z', offers: [offer] })],
    });

    const { screen } = await renderConsole(<Transcript record={record} />);

    expect(linesOf(screen.container).slice(-2)).toEqual(['鈴木さんを呼び出しました', '鈴木さんが受けました']);
  });

  it('writes what a customer said before the handoff that came of it while it was still being said', async () => {
    const record = sampleRecord({
      turns: [sampleTurn(12)],
      handoffs: [sampleHandoff({ requestedAt: '2026-11-20T01:01:10.000Z' })],
    });

    const { screen } = await renderConsole(<Transcript record={record} />);

    const lines = linesOf(screen.container);
    expect(lines.findIndex((line) => line.includes('発言12'))).toBeLessThan(
      lines.findIndex((line) => line.includes('取り次ぎ: 保留中です')),
    );
  });

  it('names who transfers the call, and who of ours speaks while only one of them could', async () => {
    const by = { id: 'kenta', name: '鈴木' };
    const agent = (legId: string, of: object, joinedAt: string) => ({
      legId,
      kind: 'agent',
      agent: of,
      via: 'softphone',
      state: 'in-conference',
      mutedByUs: false,
      onHold: false,
      joinedAt,
      leftAt: null,
    });
    const record = sampleRecord({
      call: sampleCall(1, {
        participants: [
          agent('leg_00000000000000000001', by, '2026-11-20T01:01:01.000Z'),
          agent('leg_00000000000000000002', { id: 'misaki', name: '佐藤' }, '2026-11-20T01:01:20.000Z'),
        ],
      }),
      turns: [sampleTurn(5, { speaker: 'agent' }), sampleTurn(30, { speaker: 'agent' })],
      handoffs: [
        sampleHandoff({
          reason: 'transferred',
          transfer: { by, mode: 'warm' },
          requestedAt: '2026-11-20T01:01:10.000Z',
        }),
      ],
    });

    const { screen } = await renderConsole(<Transcript record={record} />);

    const lines = linesOf(screen.container);
    expect(lines.find((line) => line.includes('発言5'))).toMatch(/^鈴木/);
    expect(lines.find((line) => line.includes('発言30'))).toMatch(/^社員/);
    expect(lines).toContain('鈴木さんが転送を始めました');
  });

  it('writes when we put the customer on hold and took them back, and not that the end of the call ended a hold', async () => {
    const leftAt = '2026-11-20T01:02:00.000Z';
    const record = sampleRecord({
      call: sampleCall(1, {
        participants: [
          {
            legId: 'leg_00000000000000000001',
            kind: 'customer',
            agent: null,
            via: 'phone',
            state: 'left',
            mutedByUs: false,
            onHold: false,
            holds: [
              { from: '2026-11-20T01:01:10.000Z', until: '2026-11-20T01:01:20.000Z' },
              { from: '2026-11-20T01:01:50.000Z', until: leftAt },
            ],
            joinedAt: '2026-11-20T01:01:00.000Z',
            leftAt,
          },
        ],
      }),
      turns: [],
      handoffs: [],
    });

    const { screen } = await renderConsole(<Transcript record={record} />);

    const lines = linesOf(screen.container);
    expect(lines.filter((line) => line.includes('保留'))).toEqual([
      '先方を保留にしました',
      '保留を解除しました',
      '先方を保留にしました',
    ]);
  });

  it('says once what several messages of the carrier tell of the same moment', async () => {
    const agent = { id: 'misaki', name: '佐藤' };
    const leg = { agent, via: 'softphone', state: 'left', mutedByUs: false, onHold: false };
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

    expect(linesOf(screen.container)).toEqual([
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

  it('counts what the reader who has scrolled up has missed', async () => {
    const { screen, rerender } = await renderConsole(<Transcript record={longTalk(40)} />, {
      frameHeight: 300,
    });
    const log = screen.getByRole('log').element();
    await expect.poll(() => distanceToEnd(log)).toBeLessThan(2);
    log.scrollTop = 0;
    await expect.element(screen.getByRole('button', { name: '末尾へ' })).toBeVisible();

    await rerender(<Transcript record={longTalk(43)} />);
    await expect.element(screen.getByText('新着 3')).toBeVisible();
    await screen.getByRole('button', { name: '末尾へ' }).click();

    await expect.element(screen.getByRole('button', { name: '末尾へ' })).not.toBeInTheDocument();
    await expect.poll(() => distanceToEnd(log)).toBeLessThan(2);
  });

  it('keeps the end in sight when its own room gets smaller', async () => {
    const room = (height: number) => (
      <div style={{ display: 'flex', height }}>
        <Transcript record={longTalk(40)} />
      </div>
    );
    const { screen, rerender } = await renderConsole(room(500));
    const log = screen.getByRole('log').element();
    await expect.poll(() => distanceToEnd(log)).toBeLessThan(2);

    await rerender(room(250));

    await expect.poll(() => distanceToEnd(log)).toBeLessThan(2);
  });

  it('keeps the end in sight when the window gets wider and its lines shorter', async () => {
    const said = sampleRecord({
      turns: Array.from({ length: 40 }, (_, index) =>
        sampleTurn(index + 1, { at: atSecond(index + 1), text: '少々お待ちください。'.repeat(12) }),
      ),
    });
    const room = (width: number) => (
      <div style={{ display: 'flex', flexDirection: 'column', height: 400, width }}>
        <Transcript record={said} />
      </div>
    );
    const { screen, rerender } = await renderConsole(room(360));
    const log = screen.getByRole('log').element();
    await expect.poll(() => distanceToEnd(log)).toBeLessThan(2);

    for (const width of [700, 420, 900]) {
      await rerender(room(width));
      await expect.poll(() => distanceToEnd(log)).toBeLessThan(2);
    }

    await expect.element(screen.getByRole('button', { name: '末尾へ' })).not.toBeInTheDocument();
  });

  it('holds few of a thousand turns on the page, and tells screen readers of all', async () => {
    const { screen } = await renderConsole(<Transcript record={longTalk(1_000)} />);

    await expect.element(screen.getByText('発言1000')).toBeVisible();
    const lines = screen.getByRole('listitem').elements();
    expect(lines.length).toBeLessThan(40);
    // The customer's answering is a line too.
    expect(lines.at(-1)?.getAttribute('aria-posinset')).toBe('1001');
    expect(lines.at(-1)?.getAttribute('aria-setsize')).toBe('1001');
  });

  it('reads out what is said now, and not what was said before the call was opened', async () => {
    const { screen, rerender } = await renderConsole(<Transcript record={longTalk(3)} />);
    const spoken = () => screen.container.querySelector('[aria-live=polite]')?.textContent;
    expect(spoken()).toBe('');

    await rerender(<Transcript record={longTalk(4)} />);

    expect(spoken()).toBe('先方: 発言4');
  });
});

describe('the search in a transcript', () => {
  const talk = sampleRecord({
    call: sampleCall(1, { status: 'completed', endedAt: '2026-11-20T02:00:00.000Z' }),
    turns: Array.from({ length: 300 }, (_, index) =>
      sampleTurn(index + 1, {
        text: index % 100 === 50 ? `コーヒーの件${index}` : `発言${index}`,
        at: new Date(Date.parse('2026-11-20T01:01:00.000Z') + index * 1_000).toISOString(),
      }),
    ),
  });

  it('begins with Ctrl+F, finds however it is written, and goes round with Enter and Shift+Enter', async () => {
    const { screen } = await renderConsole(<Transcript record={talk} />);

    await userEvent.keyboard('{Control>}f{/Control}');
    await screen.getByRole('searchbox').fill('ｺｰﾋｰ');

    await expect.element(screen.getByText('1 / 3行')).toBeVisible();
    await expect.element(screen.getByText('コーヒー', { exact: true })).toBeInViewport();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('2 / 3行')).toBeVisible();
    await userEvent.keyboard('{Shift>}{Enter}{Enter}{/Shift}');
    await expect.element(screen.getByText('3 / 3行')).toBeVisible();
    await expect.element(screen.getByText('の件250')).toBeInViewport();
  });

  it('leaves Enter to the input method that is composing', async () => {
    const { screen } = await renderConsole(<Transcript record={talk} />);
    await userEvent.keyboard('{Control>}f{/Control}');
    await screen.getByRole('searchbox').fill('コーヒー');
    await expect.element(screen.getByText('1 / 3行')).toBeVisible();

    screen
      .getByRole('searchbox')
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
    await userEvent.keyboard('{Enter}');

    await expect.element(screen.getByText('2 / 3行')).toBeVisible();
  });

  it('closes with Escape and gives the focus back to the transcript', async () => {
    const { screen } = await renderConsole(<Transcript record={talk} />);
    await screen.getByRole('button', { name: '会話の中を検索' }).click();
    await screen.getByRole('searchbox').fill('どこにもない');
    await expect.element(screen.getByText('見つかりません')).toBeVisible();

    await userEvent.keyboard('{Escape}');

    await expect.element(screen.getByRole('searchbox')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('log')).toHaveFocus();
  });
});

describe('copying from a transcript', () => {
  const record = sampleRecord({
    turns: [sampleTurn(1, { text: 'どちら様でしょうか' }), sampleTurn(2, { speaker: 'ai', text: 'はい' })],
  });
  const time = (second: number) => formatTime(`2026-11-20T01:01:0${second}.000Z`, 'ja');

  it('copies one line with its time and speaker', async () => {
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { screen } = await renderConsole(<Transcript record={record} />);

    await screen.getByRole('button', { name: 'この発言をコピー' }).first().click();

    expect(written).toHaveBeenCalledWith(`${time(1)} 先方: どちら様でしょうか`);
    await expect.element(screen.getByRole('status').getByText('コピーしました')).toBeInTheDocument();
  });

  it('copies the whole conversation, with whom it was', async () => {
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { screen } = await renderConsole(<Transcript record={record} />);

    await screen.getByRole('button', { name: '会話をすべてコピー' }).click();

    const text = written.mock.lastCall?.[0].split('\n') ?? [];
    expect(text[0]).toBe('第1工業 総務部 田中');
    expect(text.slice(3)).toEqual([
      `${time(0)} ― 先方が応答しました`,
      `${time(1)} 先方: どちら様でしょうか`,
      `${time(2)} AI: はい`,
    ]);
  });

  it('copies also where the page may not ask for the clipboard', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    const { screen } = await renderConsole(<Transcript record={record} />);

    await screen.getByRole('button', { name: 'この発言をコピー' }).first().click();

    await expect.element(screen.getByRole('status').getByText('コピーしました')).toBeInTheDocument();
  });
});

function distanceToEnd(log: Element): number {
  return log.scrollHeight - log.scrollTop - log.clientHeight;
}

/** Without the time at the end of a note. */
function linesOf(container: Element): readonly string[] {
  return [...container.querySelectorAll('ol > li')].map((line) => line.textContent.replace(/ [\d:]+$/, ''));
}
