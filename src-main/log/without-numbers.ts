/** The text without anything that may be a telephone number. Lines and columns of a stack are shorter. */
export function withoutNumbers(text: string): string {
  return text.replace(/\+?\d(?:[\s()-]?\d){7,}/g, '[number]');
}
