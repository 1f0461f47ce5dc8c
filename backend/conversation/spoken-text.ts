/** Agents describe their service by a noun or by a sentence: either becomes a sentence, without its full stop. */
export function asSentence(description: string): string {
  const trimmed = description.trim().replace(/[。．.、,!！\s]+$/, '');
  return /(です|ます|ません|ました|でした|ください|ましょう)$/.test(trimmed)
    ? trimmed
    : `${trimmed}でございます`;
}
