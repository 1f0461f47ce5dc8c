/** A piece of time; `to` is not before `from`. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** What two have in common; null when that takes no time. */
export function overlap(a: Span, b: Span): Span | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from < to ? { from, to } : null;
}

/** What is left of one when the others are cut out of it. */
export function spansWithout(whole: Span, others: readonly Span[]): readonly Span[] {
  return others.reduce<readonly Span[]>(
    (left, other) => left.flatMap((span) => cut(span, other)),
    whole.from < whole.to ? [whole] : [],
  );
}

/** How long they are within `period`, together. They do not overlap. */
export function totalSeconds(spans: readonly Span[], period: Span): number {
  const within = spans.flatMap((span) => overlap(span, period) ?? []);
  return within.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()) / 1_000, 0);
}

function cut(span: Span, other: Span): readonly Span[] {
  const common = overlap(span, other);
  if (common === null) return [span];
  const before = { from: span.from, to: common.from };
  const after = { from: common.to, to: span.to };
  return [before, after].filter(({ from, to }) => from < to);
}
