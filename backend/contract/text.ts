import { z } from 'zod';

/**
 * What no voice can say and no TwiML can carry: control characters, halves of surrogate pairs, separators of lines and paragraphs, and
 * what is no character at all (w3.org/TR/xml/#charsets); and what turns the words after it round, so that another name is read than is
 * stored (unicode.org/reports/tr9, section 2).
 */
const unspeakable = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF`;
const line = new RegExp(`^[^${unspeakable}]*$`, 'u');
const lines = new RegExp(`^(?:\\n|[^${unspeakable}])*$`, 'u');

/** Comes along with what is pasted, and nobody sees it: a name of nothing else would be empty. Joiners count between letters only. */
const invisible = /[\u00AD\u180E\u200B\u2060\uFEFF]|^[\s\u200C\u200D]+|[\s\u200C\u200D]+$/gu;

/** Text that people write and others read or hear, without the space around it and what is invisible in it, in one line. */
export function lineOfText(most: number) {
  return text(most).regex(line, 'must be one line without control characters');
}

/** The same for a field of several lines. */
export function linesOfText(most: number) {
  return text(most).regex(lines, 'must be without control characters');
}

/** Emoji, and what stands for variables and markup: read out, it is noise or nothing. */
const speakable = /^[^<>{}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Me}]*$/u;

/** Whether it is free of what would be noise. */
export function canBeSpoken(text: string): boolean {
  return speakable.test(text);
}

/** One line that the AI says. */
export function spokenLine(most: number) {
  return lineOfText(most).regex(speakable, 'must be without emoji and < > { }, which cannot be spoken');
}

/** Several lines that the AI says. */
export function spokenLines(most: number) {
  return linesOfText(most).regex(speakable, 'must be without emoji and < > { }, which cannot be spoken');
}

function text(most: number) {
  return z
    .string()
    .overwrite((written) => written.replaceAll('\r\n', '\n').replaceAll(invisible, ''))
    .trim()
    .max(most, `must have at most ${most} characters`);
}
