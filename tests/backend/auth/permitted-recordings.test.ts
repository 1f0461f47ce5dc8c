import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pastId, recordingRef } from '../../support/permission-belongings.ts';
import {
  createPermissionBench,
  type PermissionBench,
  recordedSound,
  type SignedInAgent,
} from '../../support/permission-bench.ts';

let bench: PermissionBench;

beforeEach(async () => {
  bench = await createPermissionBench();
});

afterEach(() => bench[Symbol.asyncDispose]());

describe('a stored recording', () => {
  it('is heard by the owner of the call and by admins, and there is none for another agent', async () => {
    const address = `/api/calls/${pastId}/recordings`;
    const hear = async (headers: SignedInAgent['headers']) => {
      const list = await bench.backend.app.request(address, { headers });
      const heard = await bench.backend.app.request(`${address}/${recordingRef}/sound`, { headers });
      return [list.status, heard.status, Buffer.from(await heard.arrayBuffer()).equals(recordedSound)];
    };

    expect(await hear(bench.owner.headers)).toEqual([200, 200, true]);
    expect(await hear(bench.admin.headers)).toEqual([200, 200, true]);
    expect(await hear(bench.another.headers)).toEqual([404, 404, false]);
    expect(await hear({})).toEqual([401, 401, false]);
  });
});
