import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Connections, createConnections } from '../../../backend/agents/connections.ts';
import { agentIdSchema, clientIdSchema } from '../../../backend/contract/ids.ts';

const agent = agentIdSchema.parse('agent');
const desktop = clientIdSchema.parse('11111111-1111-4111-8111-111111111111');
const browser = clientIdSchema.parse('22222222-2222-4222-8222-222222222222');

let connections: Connections;

beforeEach(() => {
  vi.useFakeTimers();
  connections = createConnections();
});

afterEach(() => {
  connections[Symbol.dispose]();
  vi.useRealTimers();
});

function connect(client: typeof desktop): void {
  connections.connected(agent, client);
  connections.softphone(agent, client, true);
}

describe('connections', () => {
  it('reach nobody before a softphone has registered', () => {
    connections.connected(agent, desktop);

    expect(connections.reachableClient(agent)).toBeNull();
  });

  it('reach the client whose softphone registered last', () => {
    connect(desktop);
    connect(browser);

    expect(connections.reachableClient(agent)).toBe(browser);
  });

  it('reach the other client once the last one has unregistered', () => {
    connect(desktop);
    connect(browser);

    connections.softphone(agent, browser, false);

    expect(connections.reachableClient(agent)).toBe(desktop);
  });

  it('bear with a lost connection for five seconds', () => {
    connect(desktop);
    connections.disconnected(agent, desktop);

    vi.advanceTimersByTime(4_999);
    const before = connections.reachableClient(agent);
    vi.advanceTimersByTime(1);

    expect([before, connections.reachableClient(agent)]).toEqual([desktop, null]);
  });

  it('forget the loss when the client comes back in time, softphone and all', () => {
    connect(desktop);
    connections.disconnected(agent, desktop);
    vi.advanceTimersByTime(3_000);

    connections.connected(agent, desktop);
    vi.advanceTimersByTime(60_000);

    expect(connections.reachableClient(agent)).toBe(desktop);
  });

  it('keep a client whose new connection opened before the old one closed', () => {
    connect(desktop);

    connections.connected(agent, desktop);
    connections.disconnected(agent, desktop);
    vi.advanceTimersByTime(60_000);

    expect(connections.reachableClient(agent)).toBe(desktop);
  });

  it('prefer a client that is there to one that may come back', () => {
    connect(desktop);
    connect(browser);

    connections.disconnected(agent, browser);

    expect(connections.reachableClient(agent)).toBe(desktop);
  });

  it('take nothing from a softphone that no connection vouches for', () => {
    connections.softphone(agent, desktop, true);

    expect(connections.reachableClient(agent)).toBeNull();
  });

  it('tell of every change, until nobody listens any more', () => {
    const heard: string[] = [];
    const stop = connections.onChange((agentId) => heard.push(agentId));

    connect(desktop);
    connections.disconnected(agent, desktop);
    vi.advanceTimersByTime(5_000);
    stop();
    connect(browser);

    expect(heard).toEqual([agent, agent, agent]);
  });

  it('tell when a softphone can be rung again: after a reload, and after a lost connection', () => {
    connect(desktop);
    const heard: string[] = [];
    connections.onChange((_agentId, change) => heard.push(change));

    connections.softphone(agent, desktop, false);
    connections.softphone(agent, desktop, true);
    connections.disconnected(agent, desktop);
    connections.connected(agent, desktop);

    expect(heard).toEqual(['other', 'reachable', 'reachable']);
  });

  it('wait for nobody who has signed out', () => {
    connect(desktop);
    const heard: string[] = [];
    connections.onChange((_agentId, change) => heard.push(change));

    connections.signedOut(agent, desktop);
    connections.disconnected(agent, desktop);

    expect([connections.knows(agent), heard]).toEqual([false, ['signed-out']]);
  });

  it('know an agent for as long as a console may be back', () => {
    connect(desktop);
    connections.disconnected(agent, desktop);

    const atOnce = connections.knows(agent);
    vi.advanceTimersByTime(5_000);

    expect([atOnce, connections.knows(agent)]).toEqual([true, false]);
  });
});

describe('connections after a restart', () => {
  it('take those for reachable who were so before, and ring nobody before they are', () => {
    connections.presume([agent]);

    expect([connections.isReachable(agent), connections.knows(agent)]).toEqual([true, true]);
    expect(connections.reachableClient(agent)).toBeNull();
  });

  it('tell of those who have not come back after five seconds', () => {
    const heard: string[] = [];
    connections.onChange((agentId) => heard.push(agentId));

    connections.presume([agent]);
    vi.advanceTimersByTime(5_000);

    expect([connections.isReachable(agent), heard]).toEqual([false, [agent]]);
  });

  it('go by the facts once a softphone has registered', () => {
    connections.presume([agent]);

    connect(desktop);
    connections.softphone(agent, desktop, false);

    expect(connections.isReachable(agent)).toBe(false);
  });

  it('bear with a console that comes back before its softphone', () => {
    connections.presume([agent]);

    connections.connected(agent, desktop);
    connections.softphone(agent, desktop, false);

    expect(connections.isReachable(agent)).toBe(true);
  });
});
