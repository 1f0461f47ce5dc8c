/** A URL of a document, taken relative to the document's own. An absolute one stays to the letter: signatures are over its very text. */
export function absoluteUrl(target: string, documentUrl: string): string {
  if (URL.canParse(target) || !URL.canParse(target, documentUrl)) return target;
  return new URL(target, documentUrl).href;
}
