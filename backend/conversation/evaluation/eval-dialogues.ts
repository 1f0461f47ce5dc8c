import process from 'node:process';
import { demoSettings } from './demo-settings.ts';
import { givenDialogues } from './dialogue-script.ts';
import { reportOf } from './given-file.ts';
import { runDialogue } from './run-dialogue.ts';

/**
 * `npm run --silent eval:dialogues -- FILE.json`: plays scripted calls with the demo agent's settings, and says which came out as
 * expected. Without a file: the project's own scripts. What is wrong with a file is told line by line, and nothing is played.
 */
const OWN_SCRIPTS = new URL('../corpus/dialogues.json', import.meta.url);
const [, , file] = process.argv;

const scripts = givenDialogues(file ?? OWN_SCRIPTS);
if (scripts.type === 'refused') {
  process.stderr.write(reportOf(file ?? OWN_SCRIPTS.pathname, scripts.problems));
  process.exitCode = 1;
} else {
  const dialogues = scripts.value.map((script) => runDialogue(script, demoSettings));
  const passed = dialogues.filter((dialogue) => dialogue.passed).length;
  process.stdout.write(`${JSON.stringify({ total: dialogues.length, passed, dialogues }, null, 2)}\n`);
}
