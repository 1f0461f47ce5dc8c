import { randomBytes } from 'node:crypto';
import { argv, stderr, stdin, stdout } from 'node:process';
import { askThrough, type Questions } from './auth/questions.ts';
import { inspectTwilio } from './compose/twilio-inspection.ts';
import { readSetUpEnvironment } from './config/environment.ts';
import { startProblemOf } from './config/start-problem.ts';
import { createLog } from './kernel/log.ts';
import { commandOptions } from './telephony/twilio/setup/command-options.ts';
import { keepInFile } from './telephony/twilio/setup/env-file.ts';
import { createSettingsKeeper } from './telephony/twilio/setup/settings-keeper.ts';

const help = `Checks the Twilio account and the way to this server, and sets up what is missing: the TwiML application, the API
key, and where calls to the number lead. Run it as often as you like: what is right already stays as it is.

  npm run twilio:setup                     asks before it writes into .env
  npm run twilio:setup -- --yes            writes new settings into .env without asking
  npm run twilio:setup -- --dry-run        says what it would change, and changes nothing
  npm run twilio:setup -- --lang ja        speaks Japanese (or en: English) whatever LANG says

With SIMULATOR_URL it rehearses with a simulator in the place of Twilio. Exit code 1: something is not right.`;

/** `npm run twilio:setup`: says line by line what is right, and mends what is not. */
async function setUp(): Promise<void> {
  const options = commandOptions(argv.slice(2), ['dry-run', 'yes']);
  if (options.has('help')) {
    say(help);
    return;
  }
  const settings = readSetUpEnvironment();
  const language = options.language ?? settings.language;
  using questions = askThrough(stdin, stdout);
  const allRight = await inspectTwilio({
    settings,
    language,
    probes: false,
    mode: options.has('dry-run') ? 'dry-run' : 'mend',
    keeper: createSettingsKeeper({
      write: (values) => keepInFile('.env', values),
      confirm: options.has('yes') ? null : (question) => isAgreed(questions, question[language]),
      show: say,
    }),
    newWord: () => randomBytes(8).toString('hex'),
    say,
    log: createLog('silent'),
  });
  if (!allRight) process.exitCode = 1;
}

async function isAgreed(questions: Questions, question: string): Promise<boolean> {
  const answer = await questions.ask(`${question} [y/N] `);
  if (!questions.atTerminal) say('');
  return /^(y|yes|はい)$/i.test(answer ?? '');
}

function say(lines: string): void {
  stdout.write(`${lines}\n`);
}

try {
  await setUp();
} catch (error) {
  stderr.write(`${startProblemOf(error)?.message ?? String(error)}\n`);
  process.exitCode = 1;
}
