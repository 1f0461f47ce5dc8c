/** A list of numbers is never longer. */
const mostBytes = 5_000_000;

/** What stands in a file of text, in UTF-8 or Shift_JIS; null for one that is too big, or no text. */
export async function textOfFile(file: Blob): Promise<string | null> {
  if (file.size > mostBytes) return null;
  const bytes = await file.arrayBuffer();
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'shift_jis');
  return text?.includes('\0') ? null : text;
}

function decoded(bytes: ArrayBuffer, encoding: 'utf-8' | 'shift_jis'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
