import { describe, expect, it } from 'vitest';
import { type Command, type CommandGroup, matching } from '../../../../src-renderer/app/palette/command.ts';

const command = (id: string, group: CommandGroup, label: string, keywords = ''): Command => ({
  id,
  group,
  icon: <span />,
  label,
  keywords,
  run: () => undefined,
});
const commands = [
  command('history', 'places', '履歴', 'History'),
  command('dark', 'settings', '暗い', 'Dark 外観 Appearance'),
  command('minato', 'calls', 'ミナト工業', '田中 +81312345678'),
  command('old-minato', 'calls', '旧みなと商会', ''),
];
const found = (search: string) => matching(commands, search).map(({ id }) => id);

describe('matching', () => {
  it('has everything, group after group, while nothing is searched', () => {
    expect(found('')).toEqual(['minato', 'old-minato', 'history', 'dark']);
  });

  it.each([
    ['its name in either language', 'hist', ['history']],
    ['full width and katakana', 'ｍｉｎａｔｏ ミナト', []],
    ['what it is called besides', '外観', ['dark']],
    ['every word, in any order', '345 みなと', ['minato']],
  ])('finds a command by %s', (_how, search, ids) => {
    expect(found(search)).toEqual(ids);
  });

  it('puts first what begins with what was typed', () => {
    expect(found('みなと')).toEqual(['minato', 'old-minato']);
    expect(found('旧')).toEqual(['old-minato']);
  });
});
