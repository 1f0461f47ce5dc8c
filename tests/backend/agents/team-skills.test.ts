import { describe, expect, it } from 'vitest';
import { carriedSkills, counted, identified, type KnownSkill } from '../../../backend/agents/team-skills.ts';
import type { Skill } from '../../../backend/contract/routing.ts';

function skill(name: string, id?: number): Skill {
  return { name, tags: [], reasons: [], ...(id === undefined ? {} : { id }) };
}

function known(...names: readonly string[]): KnownSkill[] {
  return counted(names.map((name) => skill(name)));
}

const ids = (skills: readonly KnownSkill[]) => skills.map(({ id, name }) => [id, name]);

describe('counted', () => {
  it('counts skills that have no id yet, and leaves those that have one', () => {
    expect(ids(counted([skill('英語'), skill('仏語', 7), skill('独語')]))).toEqual([
      [8, '英語'],
      [7, '仏語'],
      [9, '独語'],
    ]);
  });
});

describe('identified', () => {
  it('keeps the id of one that is renamed, and gives a new one to one that is new', () => {
    const after = identified([skill('独語'), skill('英会話', 1)], known('英語', '仏語'));

    expect(ids(after)).toEqual([
      [3, '独語'],
      [1, '英会話'],
    ]);
  });

  it('knows one without an id by its name', () => {
    expect(ids(identified([skill('仏語'), skill('英語')], known('英語', '仏語')))).toEqual([
      [2, '仏語'],
      [1, '英語'],
    ]);
  });

  it('takes no id twice, nor one that it has not given', () => {
    const after = identified([skill('甲', 1), skill('乙', 1), skill('丙', 40)], known('英語'));

    expect(new Set(after.map(({ id }) => id)).size).toBe(3);
    expect(after[0]?.id).toBe(1);
    expect(after[2]?.id).not.toBe(40);
  });
});

describe('carriedSkills', () => {
  it('follows names that are exchanged, and drops what is removed', () => {
    const before = known('英語', '仏語', '独語');
    const after = identified([skill('仏語', 1), skill('英語', 2)], before);

    expect(carriedSkills(['英語', '独語'], before, after)).toEqual(['仏語']);
    expect(carriedSkills(['仏語'], before, after)).toEqual(['英語']);
  });
});
