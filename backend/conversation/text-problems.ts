import type { TemplateProblem } from '../contract/templates.ts';
import { type InvalidFields, InvalidInput } from '../kernel/invalid-input.ts';
import type { OwnTexts } from './template-store.ts';
import { type Names, previewTemplate } from './template-view.ts';
import { isTemplateKey, type TemplateKey } from './templates.ts';

/** Why some of the texts must not be saved, by field. */
export function textProblems(texts: OwnTexts, names: Names): InvalidFields {
  return Object.entries(texts).flatMap(([key, text]) => {
    const path = `texts.${key}`;
    if (!isTemplateKey(key)) return [{ path, problem: 'unknown-template' }];
    return previewTemplate(key, text, names).problems.map((problem) => ({ path, problem: inWords(problem) }));
  });
}

/** Throws `invalid-input` for a reply that does not exist. */
export function knownKey(key: string): TemplateKey {
  if (!isTemplateKey(key)) throw new InvalidInput([{ path: 'key', problem: 'unknown-template' }]);
  return key;
}

/** As a field's problem is written. */
function inWords(problem: TemplateProblem): string {
  switch (problem.type) {
    case 'empty':
    case 'missing-disclosure':
    case 'denies-machine':
    case 'missing-recording':
    case 'unspeakable':
    case 'stray-braces':
      return problem.type;
    case 'unknown-variable':
    case 'missing-variable':
      return `${problem.type}: ${problem.name}`;
    case 'too-long':
      return `${problem.type}: ${problem.seconds} s of at most ${problem.most} s`;
  }
}
