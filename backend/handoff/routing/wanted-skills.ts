import type { HandoffReason } from '../../contract/handoffs.ts';
import type { Skill } from '../../contract/routing.ts';

/** The team's skills that a call wants, by what its customer is marked with and by why a human is wanted. */
export function wantedSkills(
  skills: readonly Skill[],
  customerTags: readonly string[],
  reasons: readonly HandoffReason[],
): readonly string[] {
  return skills
    .filter(
      (skill) =>
        skill.tags.some((tag) => customerTags.includes(tag)) ||
        skill.reasons.some((reason) => reasons.includes(reason)),
    )
    .map(({ name }) => name);
}
