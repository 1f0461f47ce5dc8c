import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../../backend/auth/visibility.ts';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { createOpenConsoles } from '../../../backend/realtime/open-consoles.ts';

const suzuki: Viewer = { id: agentIdSchema.parse('suzuki'), role: 'agent' };

function openConsole() {
  const sessions = new Map<string, Viewer>([['one', suzuki]]);
  const consoles = createOpenConsoles((sessionId) => sessions.get(sessionId) ?? null);
  const ended: string[] = [];
  const forget = consoles.add({ sessionId: 'one', viewer: suzuki, end: () => ended.push('one') });
  return { sessions, consoles, ended, forget };
}

describe('an open console', () => {
  it('goes on while its session does', () => {
    const { consoles, ended } = openConsole();

    consoles.check();

    expect(ended).toEqual([]);
  });

  it('is ended when its session is over', () => {
    const { sessions, consoles, ended } = openConsole();

    sessions.clear();
    consoles.check();

    expect(ended).toEqual(['one']);
  });

  it('is ended when its holder sees more or less than before', () => {
    const { sessions, consoles, ended } = openConsole();

    sessions.set('one', { ...suzuki, role: 'admin' });
    consoles.check();

    expect(ended).toEqual(['one']);
  });

  it('is left alone once it has closed by itself', () => {
    const { sessions, consoles, ended, forget } = openConsole();

    forget();
    sessions.clear();
    consoles.check();

    expect(ended).toEqual([]);
  });
});
