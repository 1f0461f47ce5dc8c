import { z } from 'zod';

/**
 * What no voice can say and no TwiML can carry: control characters, halves of surrogate pairs, separators of lines and paragraphs, and
 * what is no character at all (w3.org/TR/xml/#charsets).
 */
const unspeakable = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF`;
const line = new RegExp(`^[^${unspeakable}]*$`, 'u');
const lines = new RegExp(`^(?:\\n|[^${unspeakable}])*$`, 'u');

/** Text that people write and others read or hear, without the space around it, in one line. */
export function lineOfText(most: number) {
  return text(most).regex(line, 'must be one line without control characters');
}

/** The same for a field of several lines. */
export function linesOfText(most: number) {
  return text(most).regex(lines, 'must be without control characters');
}

/** Emoji, and what stands for variables and markup: read out, it is noise or nothing. */
const speakable = /^[^<>{}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Me}]*$/u;

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
    .overwrite((written) => written.replaceAll('\r\n', '\n'))
    .trim()
    .max(most, `must have at most ${most} characters`);
}
