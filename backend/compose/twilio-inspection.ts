import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { SetUpSettings } from '../config/set-up-settings.ts';
import { listen } from '../http/listen.ts';
import type { Log } from '../kernel/log.ts';
import { createRecordingBucket } from '../recordings/recording-bucket.ts';
import { tryRecordingFiles } from '../recordings/try-recording-files.ts';
import { createAccountAccess } from '../telephony/twilio/setup/account-access.ts';
import type { TryStorage } from '../telephony/twilio/setup/check-storage.ts';
import { createFetchPage } from '../telephony/twilio/setup/fetched.ts';
import { type Finding, isRight } from '../telephony/twilio/setup/finding.ts';
import { type Door, inspect, type Probe } from '../telephony/twilio/setup/inspection.ts';
import type { Mode } from '../telephony/twilio/setup/mending.ts';
import { createProbeLine } from '../telephony/twilio/setup/probe-line.ts';
import { conclusion, findingLines, onlyACallShows } from '../telephony/twilio/setup/report.ts';
import type { SettingsKeeper } from '../telephony/twilio/setup/settings-keeper.ts';
import { createStandIn } from '../telephony/twilio/setup/stand-in.ts';

export interface TwilioInspectionOptions {
  readonly settings: SetUpSettings;
  readonly mode: Mode;
  /** Whether our own number is called, which costs money. */
  readonly probes: boolean;
  readonly language: 'en' | 'ja';
  readonly keeper: SettingsKeeper;
  readonly newWord: () => string;
  readonly say: (lines: string) => void;
  readonly log: Log;
}

/** Looks at the Twilio account and the way to this server, says each finding as it comes, and whether all is right at last. */
export async function inspectTwilio(options: TwilioInspectionOptions): Promise<boolean> {
  const { settings, language, say } = options;
  const findings: Finding[] = [];
  const found = inspect({
    ...options,
    access: (accountSid, authToken) =>
      createAccountAccess({ accountSid, authToken, restBaseUrl: restBaseUrlOf(settings) }),
    fetchPage: createFetchPage(() => performance.now()),
    tryStorage: tryStorageOf(options),
    probe: options.probes ? probeOf(settings) : null,
    openDoor: (authToken, publicUrl) => openDoor({ authToken, publicUrl, ...options }),
  });
  for await (const finding of found) {
    findings.push(finding);
    say(findingLines(finding, language));
  }
  say(`\n${onlyACallShows[language]}\n\n${conclusion(findings, language)}`);
  return isRight(findings);
}

function tryStorageOf({
  settings: { recordingBucket },
  newWord,
}: Pick<TwilioInspectionOptions, 'settings' | 'newWord'>): TryStorage | null {
  if (recordingBucket === null) return null;
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'toritsugi-'));
    try {
      return await tryRecordingFiles(createRecordingBucket(recordingBucket, folder), `check-${newWord()}`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function probeOf(settings: SetUpSettings): Probe {
  return {
    line: (accountSid, authToken) =>
      createProbeLine({ accountSid, authToken, restBaseUrl: restBaseUrlOf(settings) }),
    pause: () => setTimeout(1_000),
  };
}

function restBaseUrlOf({ simulatorUrl }: SetUpSettings): string | null {
  return simulatorUrl === null ? null : `${simulatorUrl}/simulator`;
}

type DoorOptions = Pick<TwilioInspectionOptions, 'settings' | 'log'> & {
  readonly authToken: string;
  readonly publicUrl: string;
};

/** Where the server's port is taken, the server has it. */
async function openDoor({ settings: { port, host }, ...options }: DoorOptions): Promise<Door> {
  try {
    const standIn = await listen(createStandIn(options), { port, host });
    return { answeredBy: 'stand-in', [Symbol.asyncDispose]: () => standIn[Symbol.asyncDispose]() };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return { answeredBy: 'server', [Symbol.asyncDispose]: async () => undefined };
  }
}
