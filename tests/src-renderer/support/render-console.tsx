import type { QueryClient } from '@tanstack/react-query';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { type RenderResult, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Desktop } from '../../../src-renderer/platform/desktop.ts';
import { PlatformContext } from '../../../src-renderer/platform/platform-context.ts';
import type { Preferences } from '../../../src-renderer/platform/preferences.ts';
import { createQueryClient } from '../../../src-renderer/platform/query-client.ts';
import { createWords } from '../../../src-renderer/words/create-words.ts';
import { loadWords } from '../../../src-renderer/words/load-words.ts';
import { type Answers, createFakeServer, type FakeServer } from './fake-server.ts';
import { createTestPlatform, type TestPlatform } from './test-platform.ts';

export interface ConsoleOptions {
  readonly answers?: Answers;
  readonly preferences?: Partial<Preferences>;
  /** What the server's clock says. */
  readonly now?: string;
  readonly frameHeight?: number;
  /** Given, it is the desktop app's page. */
  readonly desktop?: Desktop | null;
  /** The place it begins at. */
  readonly at?: string;
}

export interface RenderedConsole {
  readonly screen: RenderResult;
  readonly server: FakeServer;
  readonly platform: TestPlatform;
  readonly cache: QueryClient;
  /** Every place that was gone to, the last one last. */
  readonly places: readonly string[];
  readonly rerender: (children: ReactElement) => Promise<void>;
}

/** A part of the console on a platform of its own, connected to a server that the test speaks for. */
export async function renderConsole(
  children: ReactElement,
  {
    answers = {},
    preferences = {},
    now = '2026-11-20T01:02:05.000Z',
    frameHeight = 600,
    at = '/',
    desktop = null,
  }: ConsoleOptions = {},
): Promise<RenderedConsole> {
  const server = createFakeServer(answers);
  const platform = { ...createTestPlatform(server, now), desktop };
  platform.preferences.setState(preferences);
  const cache = createQueryClient();
  const words = await createWords({
    preferences: platform.preferences,
    document,
    parts: [],
    onUnreachable: () => undefined,
  });
  // What a part shows is fetched with its page, which is not here.
  await loadWords(words, platform.preferences.getState().language);
  const location = memoryLocation({ path: at, record: true });

  const inside = (content: ReactNode): ReactElement => (
    <I18nextProvider i18n={words}>
      <PlatformContext value={platform}>
        <QueryClientProvider client={cache}>
          <Router hook={location.hook}>
            <div style={{ display: 'flex', flexDirection: 'column', height: frameHeight }}>{content}</div>
          </Router>
        </QueryClientProvider>
      </PlatformContext>
    </I18nextProvider>
  );
  const screen = await render(inside(children));
  return {
    screen,
    server,
    platform,
    cache,
    places: location.history,
    rerender: async (content) => {
      await screen.rerender(inside(content));
    },
  };
}
