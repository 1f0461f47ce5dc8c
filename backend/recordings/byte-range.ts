/** Which bytes of a file are asked for; `to` is the last one. */
type ByteRange =
  | { readonly type: 'whole' }
  | { readonly type: 'part'; readonly from: number; readonly to: number }
  | { readonly type: 'beyond' };

const one = /^bytes=(\d*)-(\d*)$/;

/** What a `Range` header asks of a file of so many bytes. Several parts, and what cannot be read, may be answered with all of it (RFC 9110, 14.2). */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const [, first = '', last = ''] = one.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return { type: 'whole' };
  const range =
    first === ''
      ? { from: Math.max(0, size - Number(last)), to: size - 1 }
      : { from: Number(first), to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
  if (first !== '' && last !== '' && Number(last) < Number(first)) return { type: 'whole' };
  return range.from > range.to ? { type: 'beyond' } : { type: 'part', ...range };
}
