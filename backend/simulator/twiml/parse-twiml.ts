import { DOMParser, type Element, onErrorStopParsing, ParseError } from '@xmldom/xmldom';
import type { z } from 'zod';
import {
  conferenceAttributes,
  connectAttributes,
  conversationRelayAttributes,
  dialAttributes,
  gatherAttributes,
  parameterAttributes,
  pauseAttributes,
  playAttributes,
  recordAttributes,
  redirectAttributes,
  relayLanguageAttributes,
  sayAttributes,
  transcriptionAttributes,
} from './attributes.ts';
import type { Prompt, Verb } from './verbs.ts';

export type ParsedTwiml =
  | { readonly type: 'document'; readonly verbs: readonly Verb[] }
  | { readonly type: 'invalid'; readonly code: TwimlErrorCode; readonly detail: string };

/**
 * 12100: not well-formed, or with a verb or attribute that Twilio does not have. 12200 and friends are only warnings there; here they end
 * the call, so that a mistake is seen. 13331: a Gather whose language or model is not one.
 */
export type TwimlErrorCode = 12100 | 13331;

export function parseTwiml(text: string): ParsedTwiml {
  try {
    const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      text,
      'text/xml',
    ).documentElement;
    if (root?.tagName !== 'Response') throw new InvalidTwiml(12100, 'the document is not a <Response>');
    return { type: 'document', verbs: children(root).map(parseVerb) };
  } catch (error) {
    if (error instanceof InvalidTwiml) return { type: 'invalid', code: error.code, detail: error.message };
    if (error instanceof ParseError) return { type: 'invalid', code: 12100, detail: error.message };
    throw error;
  }
}

class InvalidTwiml extends Error {
  readonly code: TwimlErrorCode;

  constructor(code: TwimlErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

function parseVerb(element: Element): Verb {
  switch (element.tagName) {
    case 'Gather':
      return {
        type: 'gather',
        settings: parseGatherAttributes(element),
        prompts: children(element).map(parsePrompt),
      };
    case 'Dial':
      return parseDial(element);
    case 'Connect':
      return parseConnect(element);
    case 'Record':
      return { type: 'record', settings: attributes(element, recordAttributes) };
    case 'Redirect':
      return { type: 'redirect', url: words(element), ...attributes(element, redirectAttributes) };
    case 'Hangup':
      return { type: 'hang-up' };
    case 'Start':
      return {
        type: 'start-transcription',
        settings: attributes(only(element, 'Transcription'), transcriptionAttributes),
      };
    case 'Stop':
      return {
        type: 'stop-transcription',
        name: only(element, 'Transcription').getAttribute('name') ?? '',
      };
    default:
      return parsePrompt(element);
  }
}

function parsePrompt(element: Element): Prompt {
  switch (element.tagName) {
    case 'Say':
      return { type: 'say', text: words(element), loop: attributes(element, sayAttributes).loop };
    case 'Play': {
      const { digits, loop } = attributes(element, playAttributes);
      return digits === undefined
        ? { type: 'play', url: words(element), loop }
        : { type: 'press-keys', digits };
    }
    case 'Pause':
      return { type: 'pause', seconds: attributes(element, pauseAttributes).length };
    default:
      throw new InvalidTwiml(
        12100,
        `<${element.tagName}> is not allowed in <${element.parentNode?.nodeName}>`,
      );
  }
}

function parseDial(element: Element): Verb {
  const conference = only(element, 'Conference');
  return {
    type: 'dial-conference',
    name: words(conference),
    dial: attributes(element, dialAttributes),
    settings: attributes(conference, conferenceAttributes),
  };
}

function parseConnect(element: Element): Verb {
  const relay = only(element, 'ConversationRelay');
  const parameters: (readonly [string, string])[] = [];
  for (const child of children(relay)) {
    if (child.tagName === 'Parameter') {
      const { name, value } = attributes(child, parameterAttributes);
      parameters.push([name, value]);
    } else if (child.tagName === 'Language') attributes(child, relayLanguageAttributes);
    else throw new InvalidTwiml(12100, `<${child.tagName}> is not allowed in <ConversationRelay>`);
  }
  return {
    type: 'connect-relay',
    connect: attributes(element, connectAttributes),
    settings: attributes(relay, conversationRelayAttributes),
    customParameters: Object.fromEntries(parameters),
  };
}

function parseGatherAttributes(element: Element): z.output<typeof gatherAttributes> {
  const parsed = gatherAttributes.safeParse(attributeValues(element));
  if (parsed.success) return parsed.data;
  const speech = parsed.error.issues.some(({ path }) => path[0] === 'language' || path[0] === 'speechModel');
  throw new InvalidTwiml(speech ? 13331 : 12100, `<Gather>: ${parsed.error.message}`);
}

function attributes<Schema extends z.ZodType>(element: Element, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(attributeValues(element));
  if (parsed.success) return parsed.data;
  throw new InvalidTwiml(12100, `<${element.tagName}>: ${parsed.error.message}`);
}

function attributeValues(element: Element): Record<string, string> {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
}

function only(element: Element, tagName: string): Element {
  const [child, ...others] = children(element);
  if (child?.tagName !== tagName || others.length > 0) {
    throw new InvalidTwiml(12100, `<${element.tagName}> is simulated with exactly one <${tagName}> in it`);
  }
  return child;
}

function children(element: Element): readonly Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

/** All text, also inside SSML. */
function words(element: Element): string {
  return (element.textContent ?? '').trim();
}
