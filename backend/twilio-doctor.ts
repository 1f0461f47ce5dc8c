import { randomBytes } from 'node:crypto';
import { argv, stderr, stdout } from 'node:process';
import { inspectTwilio } from './compose/twilio-inspection.ts';
import { readSetUpEnvironment } from './config/environment.ts';
import { startProblemOf } from './config/start-problem.ts';
import { createLog } from './kernel/log.ts';
import { commandOptions } from './telephony/twilio/setup/command-options.ts';

const help = `Checks the Twilio account and the way to this server, and changes nothing.

  npm run twilio:doctor
  npm run twilio:doctor -- --probe         calls the number itself, too, to find out whether the AI hears a conference:
                                           the server must run, and Twilio bills two calls of some seconds
  npm run twilio:doctor -- --lang ja       speaks Japanese (or en: English) whatever LANG says

Exit code 1: something is not right, or could not be found out although it was asked.`;

/** `npm run twilio:doctor`: says line by line what is right and what is not. */
async function examine(): Promise<void> {
  const options = commandOptions(argv.slice(2), ['probe']);
  if (options.has('help')) {
    say(help);
    return;
  }
  const settings = readSetUpEnvironment();
  const allRight = await inspectTwilio({
    settings,
    language: options.language ?? settings.language,
    mode: 'look',
    probes: options.has('probe'),
    // Nothing is made, so there is nothing to keep.
    keeper: { keep: async () => false },
    newWord: () => randomBytes(8).toString('hex'),
    say,
    log: createLog('silent'),
  });
  if (!allRight) process.exitCode = 1;
}

function say(lines: string): void {
  stdout.write(`${lines}\n`);
}

try {
  await examine();
} catch (error) {
  stderr.write(`${startProblemOf(error)?.message ?? String(error)}\n`);
  process.exitCode = 1;
}
