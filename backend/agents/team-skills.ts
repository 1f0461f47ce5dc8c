import type { Skill } from '../contract/routing.ts';

/** A skill that can be told from every other of the team, whatever it is called. */
export type KnownSkill = Skill & { readonly id: number };

/**
 * The team's skills as they are to be kept: one that is `known` by its id, or without one by its name, stays the same skill; any other is
 * new, and has an id that none of the others has.
 */
export function identified(skills: readonly Skill[], known: readonly KnownSkill[]): KnownSkill[] {
  const taken = new Set<number>();
  let highest = Math.max(0, ...known.map(({ id }) => id), ...skills.map(({ id }) => id ?? 0));
  const take = (id: number | undefined): number | null => {
    if (id === undefined || taken.has(id)) return null;
    taken.add(id);
    return id;
  };
  const fresh = (): number => {
    highest += 1;
    return highest;
  };
  const byId = skills.map(({ id }) => take(known.find((skill) => skill.id === id)?.id));
  return skills.map((skill, index) => {
    const sameName = skill.id === undefined ? known.find(({ name }) => name === skill.name)?.id : undefined;
    return { ...skill, id: byId[index] ?? take(sameName) ?? fresh() };
  });
}

/** With an id for those that an earlier version kept without one: the same each time, as long as the list is. */
export function counted(skills: readonly Skill[]): KnownSkill[] {
  return identified(skills, skills.filter(isKnown));
}

/** What somebody's skills are called once the team's are `after`: one that was renamed stays theirs, one that was removed does not. */
export function carriedSkills(
  theirs: readonly string[],
  before: readonly KnownSkill[],
  after: readonly KnownSkill[],
): readonly string[] {
  return theirs.flatMap((skill) => {
    const id = before.find(({ name }) => name === skill)?.id;
    return after.filter((kept) => kept.id === id).map(({ name }) => name);
  });
}

function isKnown(skill: Skill): skill is KnownSkill {
  return skill.id !== undefined;
}
