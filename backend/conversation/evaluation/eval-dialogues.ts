import { readFileSync } from 'node:fs';
import process from 'node:process';
import { demoSettings } from './demo-settings.ts';
import { dialogueScriptsSchema } from './dialogue-script.ts';
import { runDialogue } from './run-dialogue.ts';

/**
 * `npm run --silent eval:dialogues -- FILE.json`: plays scripted calls with the demo agent's settings, and says which came out as
 * expected. Without a file: the project's own scripts.
 */
const OWN_SCRIPTS = new URL('../corpus/dialogues.json', import.meta.url);
const [, , file] = process.argv;

const scripts = dialogueScriptsSchema.parse(JSON.parse(readFileSync(file ?? OWN_SCRIPTS, 'utf8')));
const dialogues = scripts.map((script) => runDialogue(script, demoSettings));
const passed = dialogues.filter((dialogue) => dialogue.passed).length;
process.stdout.write(`${JSON.stringify({ total: dialogues.length, passed, dialogues }, null, 2)}\n`);
