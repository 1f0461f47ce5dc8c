import { DOMParser, type Element, onErrorStopParsing, ParseError } from '@xmldom/xmldom';
import type { Words } from './finding.ts';

/** What an apology may be made of. (twilio.com/docs/voice/twiml) */
const apologyVerbs: ReadonlySet<string> = new Set(['Say', 'Play', 'Pause', 'Hangup']);

/** Completes the sentence "The address …" for a document that Twilio cannot play as a last word; null when it can. */
export function twimlProblem(document: string): Words | null {
  const root = rootOf(document);
  if (root === null)
    return { en: 'answers with what is not well-formed XML', ja: '返す内容が正しい XML ではありません' };
  if (root.tagName !== 'Response') {
    return {
      en: `answers with <${root.tagName}> instead of TwiML`,
      ja: `TwiML ではなく <${root.tagName}> を返します`,
    };
  }
  const verbs = [...root.childNodes].flatMap((node) => (isElement(node) ? [node.tagName] : []));
  const strange = verbs.find((verb) => !apologyVerbs.has(verb));
  if (strange !== undefined) {
    return {
      en: `contains <${strange}>, which needs a server`,
      ja: `サーバーの要る <${strange}> を含んでいます`,
    };
  }
  return verbs.includes('Say') || verbs.includes('Play')
    ? null
    : { en: 'says nothing: there is no <Say> and no <Play>', ja: '<Say> も <Play> もなく、何も流れません' };
}

export function rootOf(document: string): Element | null {
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(document, 'text/xml')
      .documentElement;
  } catch (error) {
    if (error instanceof ParseError) return null;
    throw error;
  }
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}
