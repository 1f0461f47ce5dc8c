import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAlertStore } from '../../../backend/calls/alert-store.ts';
import type { Alert } from '../../../backend/contract/events.ts';
import { alertIdSchema } from '../../../backend/contract/ids.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { createAlertMessagesStore } from '../../../backend/health/alert-messages-store.ts';
import { startAlertMessenger } from '../../../backend/health/alert-messenger.ts';
import { createEventLogStore } from '../../../backend/journal/event-log-store.ts';
import { silentLog } from '../../support/api.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { freePort } from '../../support/free-port.ts';
import { eventually } from '../../support/patience.ts';

let database: Database;
let receiver: Server;
let messenger: AsyncDisposable | null;
let address: string;
let texts: unknown[];
let status: number;

beforeEach(async () => {
  database = openDatabase(':memory:');
  texts = [];
  status = 200;
  messenger = null;
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    texts.push(JSON.parse(body).text);
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
  });
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  await once(receiver.listen(port, '127.0.0.1'), 'listening');
});

afterEach(async () => {
  await messenger?.[Symbol.asyncDispose]();
  receiver.close();
  database[Symbol.dispose]();
});

function start(): void {
  messenger = startAlertMessenger({
    address,
    mayBePrivate: false,
    publicUrl: 'https://calls.example.com',
    messages: createAlertMessagesStore(database),
    log: silentLog,
  });
}

let raisedSoFar = 0;

function raise(kind: Alert['kind']): void {
  raisedSoFar += 1;
  const id = alertIdSchema.parse(`alert_${String(raisedSoFar).padStart(20, '0')}`);
  const alert = {
    id,
    kind,
    problem: null,
    overload: null,
    callId: null,
    agentId: null,
    raisedAt: '2026-11-23T04:00:00.000Z',
  };
  createAlertStore(database).insert({ ...alert, audience: [], raisedAt: new Date(alert.raisedAt) });
  createEventLogStore(database, fixedClock()).append({ type: 'alert-raised', alert }, []);
}

/** As an earlier process left it, which had told everything. */
function begin(): void {
  createAlertMessagesStore(database).next();
}

describe('alerts that are told outside', () => {
  it('are told in their order, also those of the time when the process was down', async () => {
    begin();
    raise('disk-low');
    raise('carrier-failing');

    start();

    await eventually(() => expect(texts).toHaveLength(2));
    expect(texts).toEqual([
      expect.stringMatching(/^\[disk-low\] ディスクの空き/),
      expect.stringMatching(/^\[carrier-failing\] /),
    ]);
  });

  it('are not those of long ago, where nobody was told before', async () => {
    raise('disk-low');
    begin();
    raise('backup-failed');

    start();

    await eventually(() => expect(texts).toHaveLength(1));
    expect(texts[0]).toMatch(/^\[backup-failed\]/);
  });

  it('are not those that are over by now', async () => {
    begin();
    raise('carrier-failing');
    for (const { id } of createAlertStore(database).all()) createAlertStore(database).remove(id);
    raise('disk-low');

    start();

    await eventually(() => expect(texts).toHaveLength(1));
    expect(texts[0]).toMatch(/^\[disk-low\]/);
  });

  it.each([500, 302])('are told again where the address answered %i', async (refusal) => {
    begin();
    raise('disk-low');
    status = refusal;
    start();
    await eventually(() => expect(texts).toHaveLength(1));
    await messenger?.[Symbol.asyncDispose]();

    status = 200;
    start();

    await eventually(() => expect(texts).toHaveLength(2));
    await eventually(() => expect(createAlertMessagesStore(database).next()).toBeNull());
  });
});
