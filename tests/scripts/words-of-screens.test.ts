import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { firstWords } from '../../src-renderer/words/ja/first-words.ts';

const app = fileURLToPath(new URL('../../src-renderer/app/', import.meta.url));
const begin = Object.keys(firstWords);

describe('the words of a screen', () => {
  it.each(['../main.tsx', 'signed-in.tsx', 'pages/sign-in-screen.tsx'])(
    'are all among the first words where nothing else is fetched: %s',
    (screen) => {
      const said = partsSaidBy(join(app, screen));

      expect(said.length).toBeGreaterThan(3);
      expect(said.filter((part) => !begin.includes(part))).toEqual([]);
    },
  );

  it('are fetched with its code, and no others', () => {
    const pages = laterPages();

    expect(pages.length).toBeGreaterThan(10);
    for (const { file, parts } of pages) {
      const wanted = partsSaidBy(join(app, file)).filter((part) => !begin.includes(part));
      expect({ file, parts: parts.toSorted() }).toEqual({ file, parts: wanted.toSorted() });
    }
  });

  it('are the customer’s phone page’s own, and the first', () => {
    const said = partsSaidBy(join(app, '../phone.tsx'));

    expect(said.filter((part) => !begin.includes(part))).toEqual(['customerPhone']);
  });
});

interface LaterPage {
  readonly file: string;
  readonly parts: readonly string[];
}

function laterPages(): readonly LaterPage[] {
  const source = readFileSync(join(app, 'later-pages.ts'), 'utf8');
  const pages = source.matchAll(/laterPage\(\s*\[([^\]]*)\],\s*\(\) =>\s*import\('([^']+)'\)/g);
  return [...pages].map(([, parts = '', file = '']) => ({ file, parts: quoted(parts) }));
}

/** The parts of the words that a file names, or one that it brings with it. What it imports later has words of its own. */
function partsSaidBy(entry: string): readonly string[] {
  const known = new Set(everyPart());
  const said = new Set<string>();
  for (const file of filesBroughtBy(entry)) {
    const source = readFileSync(file, 'utf8');
    for (const [, named = ''] of source.matchAll(/useTranslation\(([^)]*)\)/g)) {
      for (const part of quoted(named)) said.add(part);
    }
    for (const [, part = ''] of source.matchAll(/['`](\w+):[a-zA-Z.$]/g)) if (known.has(part)) said.add(part);
  }
  return [...said];
}

function filesBroughtBy(entry: string): ReadonlySet<string> {
  const brought = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (brought.has(file) || file.includes('/words/') || !existsSync(file)) continue;
    brought.add(file);
    const source = readFileSync(file, 'utf8');
    const imports = source.matchAll(/^(?:import|export) (?!type )(?:[^;']*from )?'(\.[^']+\.tsx?)'/gm);
    for (const [, path = ''] of imports) waiting.push(join(dirname(file), path));
  }
  return brought;
}

function everyPart(): readonly string[] {
  const source = readFileSync(join(app, '../words/japanese.ts'), 'utf8');
  return [...begin, ...[...source.matchAll(/^ {2}(\w+): async/gm)].map(([, part = '']) => part)];
}

function quoted(source: string): readonly string[] {
  return [...source.matchAll(/'(\w+)'/g)].map(([, part = '']) => part);
}
