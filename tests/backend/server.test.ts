import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPresenceStore } from '../../backend/agents/presence-store.ts';
import { parseConfig } from '../../backend/config/config.ts';
import { agentIdSchema } from '../../backend/contract/ids.ts';
import type { Database } from '../../backend/db/database.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { type Server, startServer } from '../../backend/server.ts';
import { silentLog } from '../support/api.ts';
import { type ConsoleClient, openConsole } from '../support/console-client.ts';
import { authSecret, openDemoDatabase } from '../support/demo-database.ts';
import { freePort } from '../support/free-port.ts';
import { eventually } from '../support/patience.ts';

let database: Database;
let url: string;
let port: number;

beforeEach(async () => {
  database = await openDemoDatabase();
  port = await freePort();
  url = `http://localhost:${port}`;
});

afterEach(() => database[Symbol.dispose]());

function start(on: Database): Promise<Server> {
  const config = parseConfig({ PORT: String(port) });
  return startServer({ config, database: on, authSecret, log: silentLog, consoleFolder: 'out/renderer' });
}

/** The database, and how many listen to its commits. */
function watched(on: Database) {
  let listeners = 0;
  function onCommit(listener: () => void): () => void {
    const undo = on.onCommit(listener);
    listeners += 1;
    return () => {
      undo();
      listeners -= 1;
    };
  }
  return { database: { ...on, onCommit }, listeners: () => listeners };
}

function announced({ agentId }: ConsoleClient) {
  return createPresenceStore(database).find(agentIdSchema.parse(agentId))?.announced;
}

describe('a server that stops', () => {
  it('neither waits for a console that sleeps, nor counts anybody as gone', async () => {
    const server = await start(database);
    const [awake, asleep] = await Promise.all(demoAccounts.map((account) => openConsole(url, account)));
    if (!awake || !asleep) throw new Error('the demo accounts are missing');
    await Promise.all([awake.connect(), asleep.connect()]);
    await eventually(() => expect([announced(awake), announced(asleep)]).toEqual(['available', 'available']));
    asleep.fallAsleep();
    const before = performance.now();

    await server[Symbol.asyncDispose]();

    expect(performance.now() - before).toBeLessThan(20_000);
    expect([announced(awake), announced(asleep)]).toEqual(['available', 'available']);
    asleep.disconnect();
  });
});

describe('a server that cannot start', () => {
  it('does not go on listening', async () => {
    const locked: Database = {
      ...database,
      transaction: () => {
        throw new Error('database is locked');
      },
    };

    await expect(start(locked)).rejects.toThrow('database is locked');

    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
  });

  it('lets go of what it composed, as one that stops does, when its port is taken', async () => {
    const stopped = watched(database);
    const refused = watched(database);
    const other = await start(stopped.database);
    const whileRunning = stopped.listeners();

    await expect(start(refused.database)).rejects.toThrow('EADDRINUSE');
    await other[Symbol.asyncDispose]();

    expect(refused.listeners()).toBe(stopped.listeners());
    expect(refused.listeners()).toBeLessThan(whileRunning);
  });
});
