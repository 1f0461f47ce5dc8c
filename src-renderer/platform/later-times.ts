interface LaterTime {
  readonly name: 'minutes' | 'hour' | 'tomorrow' | 'week';
  /** ISO 8601. */
  readonly at: string;
}

/** Where a reminder is usually put off to; mornings are the reader's. */
export function laterTimes(now: number): readonly LaterTime[] {
  return [
    { name: 'minutes', at: new Date(now + 600_000).toISOString() },
    { name: 'hour', at: new Date(now + 3_600_000).toISOString() },
    { name: 'tomorrow', at: morning(now, 1) },
    { name: 'week', at: morning(now, 7) },
  ];
}

function morning(now: number, days: number): string {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  at.setHours(9, 0, 0, 0);
  return at.toISOString();
}
