type Parameters = Readonly<Record<string, string | number | null | undefined>>;

/** `?search=…&limit=…` of what is given; nothing when nothing is. */
export function addressQuery(parameters: Parameters): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
