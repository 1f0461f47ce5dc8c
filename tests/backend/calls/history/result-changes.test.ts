import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resultChangesSchema } from '../../../../backend/contract/calls.ts';
import { calls } from '../../../../backend/db/schema/calls.ts';
import { origin } from '../../../support/api.ts';
import { type ComposedBackend, composedBackend } from '../../../support/composed-backend.ts';
import { insertRandomHistory } from '../../../support/random-history.ts';

let backend: ComposedBackend;

beforeEach(() => {
  backend = composedBackend();
  insertRandomHistory(backend.database, 5, 60);
});

afterEach(() => backend[Symbol.asyncDispose]());

const nextAction = { kind: 'none', at: null };

async function record(callId: string, headers: Record<string, string>, body: object): Promise<void> {
  const response = await backend.app.request(`/api/calls/${callId}/result`, {
    method: 'PUT',
    headers: { ...headers, origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

function changesOf(callId: string, headers: Record<string, string>): Promise<Response> | Response {
  return backend.app.request(`/api/calls/${callId}/result-changes`, { headers });
}

function aCall(owned: boolean): string {
  const all = backend.database.query.select().from(calls).all();
  const call = all.find(({ ownerId, endedAt }) => endedAt !== null && (ownerId !== null) === owned);
  if (call === undefined) throw new Error('no such call');
  return call.id;
}

describe('the changes of a result', () => {
  it('tell who made it what, the newest first', async () => {
    const admin = await backend.adminHeaders();
    const callId = aCall(false);
    await record(callId, admin, { result: 'absent', nextAction, note: '会議中' });
    await record(callId, admin, { result: 'success', nextAction, note: '面談決定' });

    const response = await changesOf(callId, await backend.agentHeaders());

    const { changes } = resultChangesSchema.parse(await response.json());
    expect(changes.slice(0, 2).map(({ after }) => after.result)).toEqual(['success', 'absent']);
    expect(changes[0]?.before).toMatchObject({ result: 'absent', note: '会議中' });
    expect(changes[0]?.by?.name).toBeTruthy();
  });

  it('are none where what was recorded is what there was', async () => {
    const admin = await backend.adminHeaders();
    const callId = aCall(false);
    await record(callId, admin, { result: 'absent', nextAction, note: '' });
    const before = resultChangesSchema.parse(await (await changesOf(callId, admin)).json());

    await record(callId, admin, { result: 'absent', nextAction, note: '' });

    expect(resultChangesSchema.parse(await (await changesOf(callId, admin)).json())).toEqual(before);
  });

  it('are hidden with the call', async () => {
    const response = await changesOf(aCall(true), await backend.agentHeaders());

    expect(response.status).toBe(404);
  });
});
