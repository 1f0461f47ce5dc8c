import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type WebSocketRoute,
} from '@playwright/test';
import { type RealtimeEvent, serverFrameSchema } from '../../backend/contract/events.ts';
import { chromiumPath } from '../support/chromium-path.ts';
import { fakeMicrophone } from '../support/fake-microphone.ts';
import { answerTruly } from './changed-answers.ts';
import { type Language, type Pages, sizes } from './looks.ts';

export type Connections = 'live' | 'silent' | 'refused';

/** The console of one agent, open in each language. */
export interface ConsolePages extends AsyncDisposable {
  readonly pages: Pages;
  /** One more, of somebody who has yet to sign in. */
  openPage(language: Language): Promise<Page>;
  /** On every page. */
  each(work: (page: Page) => Promise<unknown>): Promise<void>;
  /** Goes to a place of the console, and waits until nothing is being loaded any more. */
  open(place: string): Promise<void>;
  /** Breaks off the live connections; from then on they are made, made and never heard from, or refused. */
  connections(become: Connections): Promise<void>;
  /** To every page, as if the server told it. */
  tell(event: RealtimeEvent): void;
}

/** `scratch` is for the sound of the microphone. */
export async function openConsolePages(url: string, scratch: string): Promise<ConsolePages> {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', ...fakeMicrophone(scratch, 440)],
  });
  const sockets = new Set<WebSocketRoute>();
  let connections: Connections = 'live';
  let sequence = 0;
  const openPage = async (language: Language): Promise<Page> => {
    const page = await (await newContext(browser, language)).newPage();
    await page.routeWebSocket(/\/api\/realtime/, (socket) => {
      sockets.add(socket);
      if (connections === 'live') {
        socket.connectToServer().onMessage((message) => {
          const frame = serverFrameSchema.parse(JSON.parse(message.toString()));
          if ('sequence' in frame) sequence = Math.max(sequence, frame.sequence);
          socket.send(message);
        });
      }
      if (connections === 'refused') void socket.close();
    });
    await page.goto(url);
    return page;
  };
  const pages: Pages = { ja: await openPage('ja'), en: await openPage('en') };
  const each: ConsolePages['each'] = async (work) => {
    await Promise.all([work(pages.ja), work(pages.en)]);
  };

  return {
    pages,
    openPage,
    each,
    open: (place) => each((page) => goto(page, `${url}/#${place}`)),
    async connections(become) {
      connections = become;
      for (const socket of sockets) await socket.close();
      sockets.clear();
    },
    tell(event) {
      for (const socket of sockets) socket.send(JSON.stringify({ type: 'event', sequence, event }));
    },
    async [Symbol.asyncDispose]() {
      // An answer that is being changed would fail with the browser, and be told in place of what went wrong.
      for (const page of browser.contexts().flatMap((context) => context.pages())) await answerTruly(page);
      await browser.close();
    },
  };
}

function newContext(browser: Browser, language: Language): Promise<BrowserContext> {
  return browser.newContext({
    viewport: sizes.wide,
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    permissions: ['microphone'],
    reducedMotion: 'reduce',
  });
}

async function goto(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading').first().waitFor();
  await page.locator('main .animate-breathe').first().waitFor({ state: 'hidden' });
}
