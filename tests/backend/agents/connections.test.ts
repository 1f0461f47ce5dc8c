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
});
