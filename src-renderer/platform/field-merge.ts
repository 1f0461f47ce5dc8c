/** The fields of something at one version of it. */
export interface Versioned<Fields> {
  readonly version: number;
  readonly fields: Fields;
}

export type FieldName<Fields> = Extract<keyof Fields, string>;

export interface Versions<Fields> {
  /** What was edited. */
  readonly base: Fields;
  /** What is there now. */
  readonly theirs: Fields;
  readonly mine: Fields;
}

export interface Merge<Fields> {
  /** What only one has changed is as they want it; of the rest, mine. */
  readonly merged: Fields;
  /** What both have changed, and not to the same. */
  readonly conflicts: readonly FieldName<Fields>[];
}

/** Puts two changes of the same thing together, field by field. */
export function mergeFields<Fields extends object>({ base, theirs, mine }: Versions<Fields>): Merge<Fields> {
  const names = fieldNames({ ...theirs, ...mine });
  const changedByMe = names.filter((name) => !same(mine[name], base[name]));
  return {
    merged: { ...theirs, ...only(mine, changedByMe) },
    conflicts: changedByMe.filter(
      (name) => !same(theirs[name], base[name]) && !same(theirs[name], mine[name]),
    ),
  };
}

/** The merge with theirs in the fields that are given up. */
export function yielding<Fields extends object>(
  merged: Fields,
  theirs: Fields,
  givenUp: ReadonlySet<FieldName<Fields>>,
): Fields {
  return { ...merged, ...only(theirs, [...givenUp]) };
}

/** The fields that say something else than they did. */
export function changedFields<Fields extends object>(base: Fields, now: Fields): FieldName<Fields>[] {
  return fieldNames(now).filter((name) => !same(now[name], base[name]));
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function only<Fields extends object>(fields: Fields, names: readonly FieldName<Fields>[]): Partial<Fields> {
  const some: Partial<Fields> = {};
  for (const name of names) some[name] = fields[name];
  return some;
}

function fieldNames<Fields extends object>(fields: Fields): FieldName<Fields>[] {
  const names: FieldName<Fields>[] = [];
  for (const name in fields) names.push(name);
  return names;
}
