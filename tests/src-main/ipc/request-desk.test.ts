import { describe, expect, it } from 'vitest';
import { createRequestDesk, type RequestHandlers } from '../../../src-main/ipc/request-desk.ts';
import { silentHandlers } from '../support/silent-handlers.ts';

function open(overrides: Partial<RequestHandlers> = {}) {
  const done: string[] = [];
  const refused: string[] = [];
  const failed: unknown[] = [];
  const handlers: RequestHandlers = {
    ...silentHandlers,
    'presence-show': ({ kind }) => void done.push(`presence-show ${kind}`),
    'session-clear': () => void done.push('session-clear'),
    'app-quit': () => void done.push('app-quit'),
    'alert-accept': (offerId) => void done.push(`alert-accept ${offerId}`),
    ...overrides,
  };
  const desk = createRequestDesk({
    handlers,
    onRefused: (refusal, request) => refused.push(`${refusal} ${request}`.trim()),
    onFailed: (_request, error) => failed.push(error),
  });
  return { desk, done, refused, failed };
}

describe('createRequestDesk', () => {
  it('answers a well-formed request of the console', async () => {
    const { desk, refused } = open();

    const answer = await desk('console', { name: 'server-get', body: undefined });

    expect(answer).toBe('http://localhost:8787');
    expect(refused).toEqual([]);
  });

  it('gives the handler the body that the contract describes', async () => {
    const { desk, done } = open();

    await desk('console', { name: 'presence-show', body: { kind: 'signed-out' } });

    expect(done).toEqual(['presence-show signed-out']);
  });

  it('refuses whoever is not one of our pages', async () => {
    const { desk, done, refused } = open();

    const answer = desk('foreign', { name: 'app-quit', body: undefined });

    await expect(answer).rejects.toThrow('refused: foreign-sender');
    expect(refused).toEqual(['foreign-sender']);
    expect(done).toEqual([]);
  });

  it('answers the alert window only what that may ask, and nobody else that', async () => {
    const { desk, done, refused } = open();
    const offerId = `offer_${'a'.repeat(20)}`;

    await desk('alert', { name: 'alert-accept', body: offerId });
    const fromAlert = desk('alert', { name: 'session-load', body: undefined });
    const fromConsole = desk('console', { name: 'alert-accept', body: offerId });

    await expect(fromAlert).rejects.toThrow('refused: unknown-request');
    await expect(fromConsole).rejects.toThrow('refused: unknown-request');
    expect(done).toEqual([`alert-accept ${offerId}`]);
    expect(refused).toEqual(['unknown-request', 'unknown-request']);
  });

  it.each([
    { name: 'open-shell', body: 'rm' },
    { name: 'constructor', body: undefined },
    { name: 3 },
    'app-quit',
    null,
    undefined,
  ])('refuses %j, which the contract does not know', async (envelope) => {
    const { desk, done, refused } = open();

    const answer = desk('console', envelope);

    await expect(answer).rejects.toThrow('refused: unknown-request');
    expect(refused).toEqual(['unknown-request']);
    expect(done).toEqual([]);
  });

  it.each([
    [
      'presence-show',
      { kind: 'signed-in', name: '佐藤花子', presence: 'asleep', busyReason: null, withinWorkingHours: true },
    ],
    ['offers-show', { offers: [{ id: 'offer_1' }], accepting: null }],
    ['settings-set', { flash: 'always' }],
    ['shortcuts-set', { command: 'format-disk', accelerator: 'Ctrl+Alt+D' }],
    ['log-page-error', { message: 'x'.repeat(501), stack: '' }],
    ['session-store', ''],
    ['session-store', { token: 'x' }],
    ['language-set', 'fr'],
  ])('refuses %s with a malformed body', async (name, body) => {
    const { desk, done, refused } = open();

    const answer = desk('console', { name, body });

    await expect(answer).rejects.toThrow('refused: malformed-body');
    expect(refused).toEqual([`malformed-body ${name}`]);
    expect(done).toEqual([]);
  });

  it('reports a failing handler and tells the page nothing of why', async () => {
    const why = new Error('keyring locked: /home/sato/.secret');
    const { desk, failed } = open({
      'session-load': () => {
        throw why;
      },
    });

    const answer = desk('console', { name: 'session-load', body: undefined });

    await expect(answer).rejects.toThrow(/^failed$/);
    expect(failed).toEqual([why]);
  });
});
