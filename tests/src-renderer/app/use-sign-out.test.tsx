import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { useSignOut } from '../../../src-renderer/app/use-sign-out.ts';
import { ApiFailure } from '../../../src-renderer/platform/api-failure.ts';
import { queryKeys } from '../../../src-renderer/platform/query-keys.ts';
import { type Answers, json } from '../support/fake-server.ts';
import { renderConsole } from '../support/render-console.tsx';
import { sampleCall } from '../support/samples.ts';
import { createTestDesktop } from '../support/test-desktop.ts';

const signOut = 'POST /api/auth/sign-out';
const noAnswer = (): Promise<Response> => Promise.reject(new ApiFailure('unreachable', 'no answer'));

describe('useSignOut', () => {
  it('ends the session on the server and forgets what was seen of it', async () => {
    const { server, cache, platform } = await signedOut({ [signOut]: () => json({ success: true }) });

    expect(server.requests.map(({ path }) => path)).toEqual(['/api/auth/sign-out']);
    expect(cache.getQueryData(queryKeys.session)).toBeNull();
    expect(cache.getQueryData(queryKeys.activeCalls)).toBeUndefined();
    expect(platform.drafts.recall('draft')).toBeUndefined();
    expect(platform.toasts.getState()).toEqual([]);
  });

  it('forgets the session of this computer although the server cannot be reached, and says so', async () => {
    const { cache, platform, rememberedToken } = await signedOut({ [signOut]: noAnswer });

    expect(rememberedToken()).toBeNull();
    expect(cache.getQueryData(queryKeys.session)).toBeNull();
    await expect
      .poll(() => platform.toasts.getState()[0]?.text)
      .toContain('サーバーでは確かめられていません');
  });

  it('does not wait for the server’s answer', async () => {
    const { cache, rememberedToken } = await signedOut({ [signOut]: () => new Promise(() => undefined) });

    expect(rememberedToken()).toBeNull();
    expect(cache.getQueryData(queryKeys.session)).toBeNull();
  });
});

async function signedOut(answers: Answers) {
  const { desktop, rememberedToken } = await createTestDesktop('token');
  const rendered = await renderConsole(<SignOutButton />, { answers, desktop });
  rendered.cache.setQueryData(queryKeys.session, { user: 'misaki' });
  rendered.cache.setQueryData(queryKeys.activeCalls, [sampleCall(1)]);
  rendered.platform.drafts.keep('draft', 'half a sentence');

  await rendered.screen.getByRole('button').click();

  return { ...rendered, rememberedToken };
}

function SignOutButton(): ReactElement {
  return (
    <button type="button" onClick={useSignOut()}>
      sign out
    </button>
  );
}
