/** One sentence in both languages that the commands speak. */
export interface Words {
  readonly en: string;
  readonly ja: string;
}

/** What a check found. `remedy` says how to mend it. */
export type Finding =
  | { readonly type: 'right'; readonly about: Words }
  /** Was not right, and is now. */
  | { readonly type: 'changed'; readonly about: Words }
  /** Would be changed, were this not a rehearsal. */
  | { readonly type: 'to-change'; readonly about: Words }
  | { readonly type: 'wrong'; readonly about: Words; readonly remedy: Words }
  /** Works, and could be better or is worth knowing. */
  | { readonly type: 'advice'; readonly about: Words; readonly remedy: Words };

/** Whether calls can be expected to work. */
export function isRight(findings: readonly Finding[]): boolean {
  return !findings.some(({ type }) => type === 'wrong' || type === 'to-change');
}

export function right(about: Words): Finding {
  return { type: 'right', about };
}

export function wrong(about: Words, remedy: Words): Finding {
  return { type: 'wrong', about, remedy };
}

export function advice(about: Words, remedy: Words): Finding {
  return { type: 'advice', about, remedy };
}
