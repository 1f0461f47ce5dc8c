import { describe, expect, it } from 'vitest';
import { followAccount, forgetAccount } from '../../../src-renderer/platform/account.ts';
import { ApiFailure } from '../../../src-renderer/platform/api-failure.ts';
import { createDrafts } from '../../../src-renderer/platform/drafts.ts';
import { createQueryClient } from '../../../src-renderer/platform/query-client.ts';
import { queryKeys } from '../../../src-renderer/platform/query-keys.ts';
import { showToast } from '../../../src-renderer/platform/toasts.ts';
import { createFakeServer } from '../support/fake-server.ts';
import { sampleCall, sampleSession } from '../support/samples.ts';
import { createTestDesktop } from '../support/test-desktop.ts';
import { createTestPlatform } from '../support/test-platform.ts';

const misaki = sampleSession({ id: 'misaki' });
const ken = sampleSession({ id: 'ken' });

/** A console on which Misaki is signed in, has looked at a call, and has half written something. */
async function used() {
  const { desktop, rememberedToken } = await createTestDesktop('token');
  const platform = { ...createTestPlatform(createFakeServer({}), '2026-11-20T01:02:05.000Z'), desktop };
  const cache = createQueryClient();
  let ended = 0;
  followAccount(platform, cache, () => {
    ended += 1;
  });
  cache.setQueryData(queryKeys.session, misaki);
  cache.setQueryData(queryKeys.activeCalls, [sampleCall(1)]);
  platform.drafts.keep('new-customer', { company: 'ミナト工業' });
  showToast(platform.toasts, 'done', 'ミナト工業の結果を保存しました。');
  return { platform, cache, rememberedToken, ended: () => ended };
}

describe('followAccount', () => {
  it('leaves nothing to see of a session that ended by itself, and tells of it once', async () => {
    const { platform, cache, rememberedToken, ended } = await used();

    cache.setQueryData(queryKeys.session, null);

    expect(cache.getQueryData(queryKeys.activeCalls)).toBeUndefined();
    expect(platform.toasts.getState()).toEqual([]);
    expect(rememberedToken()).toBeNull();
    expect(ended()).toBe(1);
  });

  it('takes a refused request for the end of the session', async () => {
    const { platform, cache, ended } = await used();

    await cache
      .fetchQuery({
        queryKey: queryKeys.history,
        queryFn: () => Promise.reject(new ApiFailure('not-signed-in', 'HTTP 401')),
      })
      .catch(() => undefined);

    expect(cache.getQueryData(queryKeys.activeCalls)).toBeUndefined();
    expect([platform.account.getState(), ended()]).toEqual([null, 1]);
  });

  it('gives what was half written back to the same account', async () => {
    const { platform, cache } = await used();
    cache.setQueryData(queryKeys.session, null);

    cache.setQueryData(queryKeys.session, misaki);

    expect(platform.drafts.recall('new-customer')).toEqual({ company: 'ミナト工業' });
  });

  it('gives the next account nothing of it', async () => {
    const { platform, cache } = await used();
    cache.setQueryData(queryKeys.session, null);

    cache.setQueryData(queryKeys.session, ken);

    expect(platform.drafts.keys()).toEqual([]);
  });

  it('gives nothing of it either to an account that takes its place without a sign-out in between', async () => {
    const { platform, cache, rememberedToken } = await used();

    cache.setQueryData(queryKeys.session, ken);

    expect(platform.drafts.keys()).toEqual([]);
    expect(cache.getQueryData(queryKeys.activeCalls)).toBeUndefined();
    expect(rememberedToken()).toBe('token');
  });

  it('gives nothing of it to the same user of another server, whom the page was loaded anew for', () => {
    const before = createDrafts(sessionStorage);
    before.belongTo('https://another.example misaki');
    before.keep('new-customer', { company: 'ミナト工業' });
    const drafts = createDrafts(sessionStorage);
    sessionStorage.clear();
    const platform = { ...createTestPlatform(createFakeServer({}), '2026-11-20T01:02:05.000Z'), drafts };
    const cache = createQueryClient();
    followAccount(platform, cache, () => undefined);

    cache.setQueryData(queryKeys.session, misaki);

    expect(drafts.keys()).toEqual([]);
  });

  it('does not take a sign-out for a session that ended by itself', async () => {
    const { platform, cache, ended } = await used();

    forgetAccount(platform, cache, 'forgotten');
    cache.setQueryData(queryKeys.session, misaki);

    expect(ended()).toBe(0);
    expect(platform.drafts.keys()).toEqual([]);
  });
});
