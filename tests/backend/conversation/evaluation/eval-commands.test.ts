import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function given(content: string | Buffer): string {
  const file = join(folder, 'given');
  writeFileSync(file, content);
  return file;
}

function run(command: 'eval-intents' | 'eval-dialogues', file: string) {
  const script = `backend/conversation/evaluation/${command}.ts`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, file], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr: stderr.replaceAll(file, 'FILE') };
}

const line = '{"stage":"opening","text":"はい","intent":"acknowledgement"}';

describe('eval:intents', { timeout: 30_000 }, () => {
  it('takes a byte order mark, carriage returns and blank lines', () => {
    const { status, stdout, stderr } = run('eval-intents', given(`\uFEFF${line}\r\n\r\n  \n${line}\r\n`));

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ total: 2, correct: 2, accuracy: 1 });
  });

  it('names every line that it cannot use, and judges none', () => {
    const lines = [
      line,
      '{"stage":"opening","text":"はい","intent":"acknowledgement"',
      '{"stage":"openning","text":"はい","intent":"absnt"}',
      '',
      '{"stage":"opening","txt":"はい","intent":"absent"}',
      '{"stage":"opening","text":"はい","intnet":"busy"}',
      '["opening"]',
      "{'stage':'opening'}",
    ];

    const { status, stdout, stderr } = run('eval-intents', given(lines.join('\n')));

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      'FILE:2: not JSON: , or } expected, the end found',
      'FILE:3: stage: unknown value "openning", did you mean "opening"?',
      'FILE:3: intent: unknown value "absnt", did you mean "absent"?',
      'FILE:5: text: it is missing',
      'FILE:5: unknown key "txt", did you mean "text"?',
      'FILE:6: intent: it is missing',
      'FILE:6: unknown key "intnet", did you mean "intent"?',
      'FILE:7: must be an object',
      "FILE:8: not JSON: 'stage' is no value",
      '',
    ]);
  });

  it('passes over what a line says besides', () => {
    const noted =
      '{"stage":"opening","text":"はい","intent":"acknowledgement","note":"a yes","family":"yes"}';

    const { status, stdout } = run('eval-intents', given(noted));

    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ total: 1 });
  });

  it('refuses a stage in which nobody is listened to, and a line without words', () => {
    const lines = [
      '{"stage":"closing","text":"はい","intent":"closing"}',
      '{"stage":"opening","text":" ","intent":"unknown"}',
    ];

    expect(run('eval-intents', given(lines.join('\n')))).toEqual({
      status: 1,
      stdout: '',
      stderr: 'FILE:1: stage: unknown value "closing"\nFILE:2: text: must not be empty\n',
    });
  });

  it.each([
    ['', 'FILE:1: the file is empty\n'],
    ['\uFEFF \r\n', 'FILE:1: the file is empty\n'],
    [Buffer.from([0x82, 0xcd, 0x82, 0xa2]), 'FILE:1: the file is not written in UTF-8\n'],
  ])('refuses what holds nothing that it could read', (content, reason) => {
    expect(run('eval-intents', given(content))).toEqual({ status: 1, stdout: '', stderr: reason });
  });
});

describe.each(['eval-intents', 'eval-dialogues'] as const)('%s', { timeout: 30_000 }, (command) => {
  it('says that there is no such file', () => {
    const { status, stdout, stderr } = run(command, join(folder, 'missing'));

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('FILE:1: the file cannot be read: there is none of that name\n');
  });

  it('says that the file is nested too deeply', () => {
    expect(run(command, given('['.repeat(100_000)))).toEqual({
      status: 1,
      stdout: '',
      stderr: 'FILE:1: lists and objects are nested more than 100 deep\n',
    });
  });

  it('says that it was given a folder', () => {
    expect(run(command, folder).stderr).toBe('FILE:1: the file cannot be read: it is a folder\n');
  });
});

describe('eval:dialogues', { timeout: 30_000 }, () => {
  it('takes a byte order mark and carriage returns', () => {
    const scripts =
      '\uFEFF[\r\n{"name":"a","turns":["結構です"],"expect":{"handoff":"none_or_prepared"}}\r\n]';

    const { status, stdout, stderr } = run('eval-dialogues', given(scripts));

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ total: 1, passed: 1, dialogues: [{ name: 'a' }] });
  });

  it('passes over what an entry says besides', () => {
    const scripts = '[{"name":"a","note":"polite","turns":["結構です"],"expect":{}}]';

    expect(run('eval-dialogues', given(scripts))).toMatchObject({ status: 0, stderr: '' });
  });

  it('names a key that is meant to be a missing one', () => {
    const scripts = '[{"name":"a","tags":[],"turn":["結構です"],"expect":{}}]';

    expect(run('eval-dialogues', given(scripts)).stderr.split('\n')).toEqual([
      'FILE:1: dialogue 0 "a", turns: it is missing',
      'FILE:1: dialogue 0 "a": unknown key "turn", did you mean "turns"?',
      '',
    ]);
  });

  it('names what it cannot play by dialogue and path, and plays none', () => {
    const scripts = `[
  {"name": "fine", "turns": [], "expect": {}},
  {
    "name": "misspelt",
    "turns": ["はい", 3],
    "expect": {
      "handof": "connect",
      "handoff": "prepared_or_conect",
      "result": "abscent",
      "prepareAt": -1,
      "mustSay": {}
    }
  },
  {"turns": "はい", "expect": []},
  "はい"
]`;

    const { status, stdout, stderr } = run('eval-dialogues', given(scripts));

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.trimEnd().split('\n').sort()).toEqual([
      'FILE:10: dialogue 1 "misspelt", expect.prepareAt: must be the index of a turn, from 0',
      'FILE:11: dialogue 1 "misspelt", expect.mustSay: must be a text or a list of texts',
      'FILE:14: dialogue 2, expect: must be an object',
      'FILE:14: dialogue 2, name: it is missing',
      'FILE:14: dialogue 2, turns: must be a list',
      'FILE:15: dialogue 3: must be an object',
      'FILE:5: dialogue 1 "misspelt", turns.1: must be a text, or null for silence',
      'FILE:7: dialogue 1 "misspelt", expect: unknown key "handof", did you mean "handoff"?',
      'FILE:8: dialogue 1 "misspelt", expect.handoff.1: unknown value "conect", did you mean "connect"?',
      'FILE:9: dialogue 1 "misspelt", expect.result: unknown value "abscent", did you mean "absent"?',
    ]);
  });

  it.each([
    ['[\n{"name": "a",\n"turns": [],}\n]', 'FILE:3: not JSON: a key in double quotes expected, } found\n'],
    ['[\n{"name": "a"}\n', 'FILE:3: not JSON: , or ] expected, the end found\n'],
    ['[] []', 'FILE:1: not JSON: the end expected, [ found\n'],
    ['{"dialogues": []}', 'FILE:1: must be a list of dialogues\n'],
  ])('names the line of %j that is no list of dialogues', (scripts, reason) => {
    expect(run('eval-dialogues', given(scripts))).toEqual({ status: 1, stdout: '', stderr: reason });
  });
});
