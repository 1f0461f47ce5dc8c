import { describe, expect, it } from 'vitest';
import { createRequestDesk, type RequestHandlers, type Sender } from '../../../src-main/ipc/request-desk.ts';

const console: Sender = { origin: 'app://toritsugi', isTopFrame: true };

function open(overrides: Partial<RequestHandlers> = {}) {
  const done: string[] = [];
  const refused: string[] = [];
  const failed: unknown[] = [];
  const note = (entry: string) => (): void => void done.push(entry);
  const handlers: RequestHandlers = {
    'session-load': () => ({ kind: 'nothing' }),
    'session-store': () => ({ kind: 'stored' }),
    'session-clear': note('session-clear'),
    'server-get': () => 'http://localhost:8787',
    'server-set': (address) => ({ kind: 'changed', address }),
    'presence-show': ({ kind }) => void done.push(`presence-show ${kind}`),
    'softphone-show': note('softphone-show'),
    'offers-show': note('offers-show'),
    'shortcuts-list': () => [],
    'language-set': note('language-set'),
    'app-info': () => ({ version: '1.0.0', platform: 'linux' }),
    'app-quit': note('app-quit'),
    'windows-show': note('windows-show'),
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

    const answer = await desk(console, { name: 'server-get', body: undefined });

    expect(answer).toBe('http://localhost:8787');
    expect(refused).toEqual([]);
  });

  it('gives the handler the body that the contract describes', async () => {
    const { desk, done } = open();

    await desk(console, { name: 'presence-show', body: { kind: 'signed-out' } });

    expect(done).toEqual(['presence-show signed-out']);
  });

  it.each([
    ['another origin', { origin: 'https://example.com', isTopFrame: true }],
    ['an origin that only begins like ours', { origin: 'app://toritsugi.example', isTopFrame: true }],
    ['a frame within our page', { origin: 'app://toritsugi', isTopFrame: false }],
    ['a frame that has gone away', { origin: null, isTopFrame: false }],
  ] satisfies [string, Sender][])('refuses %s', async (_case, sender) => {
    const { desk, done, refused } = open();

    const answer = desk(sender, { name: 'app-quit', body: undefined });

    await expect(answer).rejects.toThrow('refused: foreign-sender');
    expect(refused).toEqual(['foreign-sender']);
    expect(done).toEqual([]);
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

    const answer = desk(console, envelope);

    await expect(answer).rejects.toThrow('refused: unknown-request');
    expect(refused).toEqual(['unknown-request']);
    expect(done).toEqual([]);
  });

  it.each([
    ['presence-show', { kind: 'signed-in', name: '佐藤花子', presence: 'asleep', busyReason: null }],
    ['offers-show', [{ id: 'offer_1' }]],
    ['session-store', ''],
    ['session-store', { token: 'x' }],
    ['language-set', 'fr'],
  ])('refuses %s with a malformed body', async (name, body) => {
    const { desk, done, refused } = open();

    const answer = desk(console, { name, body });

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

    const answer = desk(console, { name: 'session-load', body: undefined });

    await expect(answer).rejects.toThrow(/^failed$/);
    expect(failed).toEqual([why]);
  });
});
