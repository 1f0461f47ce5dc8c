import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { serverFrameSchema } from '../../../backend/contract/events.ts';
import { keepAlive } from '../../../backend/realtime/keep-alive.ts';
import { eventually } from '../../support/patience.ts';

let server: WebSocketServer;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
});

afterEach(() => {
  vi.useRealTimers();
  server.close();
});

describe('keepAlive', () => {
  it('lets the page hear that the connection stands, which does not see the pings', async () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const console = new WebSocket(`ws://127.0.0.1:${address.port}`);
    const frames: unknown[] = [];
    console.on('message', (data) => frames.push(serverFrameSchema.parse(JSON.parse(String(data)))));
    const [socket] = await once(server, 'connection');
    using _kept = keepAlive(socket);

    vi.advanceTimersByTime(5_000);

    await eventually(() => expect(frames).toEqual([{ type: 'beat' }]));
    console.terminate();
  });
});
