import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import { useAway } from '../../../src-renderer/app/use-power.ts';
import type { Away, DesktopBridge } from '../../../src-renderer/platform/desktop.ts';
import { useProfile } from '../../../src-renderer/platform/queries.ts';
import { json, refused } from '../support/fake-server.ts';
import { renderConsole } from '../support/render-console.tsx';
import { sampleProfile, sampleStatus } from '../support/samples.ts';
import { createTestDesktop } from '../support/test-desktop.ts';

const asleep: Away = { kind: 'away', reason: 'asleep' };
const present: Away = { kind: 'present' };

describe('useAway', () => {
  afterEach(() => vi.useRealTimers());

  it('calls the agent away when the computer sleeps, and back when it wakes', async () => {
    const { tell, told } = await atTheComputer(present);

    tell(asleep);
    await expect.poll(told).toEqual([{ absence: 'asleep' }]);
    tell(present);

    await expect.poll(told).toEqual([{ absence: 'asleep' }, { absence: null }]);
  });

  it('leaves away whom a computer called away that is still locked when the page is loaded anew', async () => {
    const { tell, told } = await atTheComputer({ kind: 'away', reason: 'locked' }, 'locked');
    await expect.poll(told).toHaveLength(1);
    const whileLocked = told();

    tell(present);
    await expect.poll(told).toEqual([{ absence: 'locked' }, { absence: null }]);

    expect(whileLocked).toEqual([{ absence: 'locked' }]);
  });

  it('makes available, after a page was loaded anew, who sits at the computer again', async () => {
    const { told } = await atTheComputer(present, 'asleep');

    await expect.poll(told).toEqual([{ absence: null }]);
  });

  it('tells of both in a call, too, in which the server shows neither', async () => {
    const { tell, told } = await atTheComputer(present, 'on-call');

    tell(asleep);
    await expect.poll(told).toEqual([{ absence: 'asleep' }]);
    tell(present);

    await expect.poll(told).toEqual([{ absence: 'asleep' }, { absence: null }]);
  });

  it('tells again what did not get through', async () => {
    let fails = true;
    const { tell, told } = await atTheComputer(present, null, () => fails);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

    tell(asleep);
    await vi.waitFor(() => expect(told()).toHaveLength(1));
    fails = false;
    await vi.advanceTimersByTimeAsync(6_000);
    await vi.waitFor(() => expect(told()).toHaveLength(2));
    await vi.advanceTimersByTimeAsync(60_000);

    expect(told()).toEqual([{ absence: 'asleep' }, { absence: 'asleep' }]);
  });
});

interface Computer {
  /** What the desktop app tells the page. */
  tell(away: Away): void;
  /** What the server was asked to set. */
  told(): unknown[];
}

/** The page is loaded while the computer is as `now` says, and the server has the agent on a call, or busy for a reason. */
async function atTheComputer(
  now: Away,
  agent: AgentStatus['busyReason'] | 'on-call' = null,
  fails: () => boolean = () => false,
): Promise<Computer> {
  const { desktop } = await createTestDesktop('token');
  let listener: (away: Away) => void = () => undefined;
  let asked = false;
  const bridge: DesktopBridge = {
    ...desktop.bridge,
    power: {
      ...desktop.bridge.power,
      away: async () => {
        asked = true;
        return now;
      },
      onAwayChanged: (heard) => {
        listener = heard;
        return () => undefined;
      },
    },
  };
  let status = statusOf(agent);
  const { server } = await renderConsole(<Console bridge={bridge} />, {
    answers: {
      'GET /api/agents/profile': () => json({ ...sampleProfile(), status }),
      'PUT /api/agents/absence': ({ body }) => {
        if (fails()) return refused('internal', 500);
        const away = JSON.stringify(body).includes('asleep');
        if (status.presence !== 'on-call')
          status = sampleStatus(away ? { presence: 'busy', busyReason: 'asleep' } : {});
        return json({ ...sampleProfile(), status });
      },
    },
  });
  await expect.poll(() => asked).toBe(true);
  return {
    tell: (away) => listener(away),
    told: () => server.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body),
  };
}

function statusOf(agent: AgentStatus['busyReason'] | 'on-call'): AgentStatus {
  if (agent === 'on-call') return sampleStatus({ presence: 'on-call' });
  return sampleStatus(agent === null ? {} : { presence: 'busy', busyReason: agent });
}

function Console({ bridge }: { readonly bridge: DesktopBridge }): ReactElement | null {
  const profile = useProfile().data;
  return profile === undefined ? null : <Sitting bridge={bridge} status={profile.status} />;
}

function Sitting(props: { readonly bridge: DesktopBridge; readonly status: AgentStatus }): null {
  useAway(props.bridge, props.status);
  return null;
}
