/** What has another value than is wanted, as `name: "old" → "new"`. What is not wanted in any way is left alone. */
export function differences(is: object, wanted: object): readonly string[] {
  const present = new Map<string, unknown>(Object.entries(is));
  return Object.entries(wanted)
    .filter(([name, value]) => present.get(name) !== value)
    .map(([name, value]) => `${name}: "${present.get(name) ?? ''}" → "${value}"`);
}
