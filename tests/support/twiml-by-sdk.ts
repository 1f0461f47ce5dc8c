import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';

/** What the SDK's own types (`twilio/lib/twiml/VoiceResponse.d.ts`) know: the children and the attributes of each element. */
interface KnownTwiml {
  readonly children: ReadonlyMap<string, ReadonlySet<string>>;
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
}

const known = readTypes();

/** Elements where the SDK cannot nest them, and attributes that it does not have; nothing when all is well. Throws at what is no XML. */
export function twimlProblems(document: string): readonly string[] {
  const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
    document,
    'text/xml',
  ).documentElement;
  if (root === null || root.tagName !== 'Response') return [`<${root?.tagName}> is no TwiML`];
  return problemsIn(root);
}

function problemsIn(element: Element): readonly string[] {
  const { tagName } = element;
  const attributes = [...element.attributes].map(({ name }) => name);
  const children = [...element.childNodes].filter(isElement);
  return [
    ...attributes
      .filter((name) => known.attributes.get(tagName)?.has(name) !== true)
      .map((name) => `<${tagName}> has no ${name}`),
    ...children
      .filter((child) => known.children.get(tagName)?.has(child.tagName) !== true)
      .map((child) => `<${tagName}> cannot hold <${child.tagName}>`),
    ...children.flatMap(problemsIn),
  ];
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}

function readTypes(): KnownTwiml {
  const types = readFileSync(
    createRequire(import.meta.url).resolve('twilio/lib/twiml/VoiceResponse.d.ts'),
    'utf8',
  );
  const response = types.match(/^declare class VoiceResponse extends TwiML \{(.*?)^\}/ms)?.[1] ?? '';
  const classes = types.matchAll(/^ {4}export class (\w+) extends TwiML \{(.*?)^ {4}\}/gms);
  const interfaces = types.matchAll(/interface (\w+)Attributes \{([^}]*)\}/g);
  return {
    children: new Map([
      ['Response', childrenIn(response)],
      ...[...classes].map(([, name = '', body = '']): [string, Set<string>] => [name, childrenIn(body)]),
    ]),
    attributes: attributesOf([...interfaces]),
  };
}

/** Methods return what they nest: `say(…): VoiceResponse.Say`. */
function childrenIn(body: string): Set<string> {
  return new Set([...body.matchAll(/\): VoiceResponse\.(\w+);/g)].map(([, name = '']) => name));
}

/** Some elements have several interfaces, one for each place where they can be. */
function attributesOf(interfaces: readonly RegExpMatchArray[]): Map<string, Set<string>> {
  const attributes = new Map<string, Set<string>>();
  for (const [, element = '', body = ''] of interfaces) {
    const names = [...body.matchAll(/^\s+(\w+)\?:/gm)].map(([, name = '']) => name);
    attributes.set(element, new Set([...(attributes.get(element) ?? []), ...names]));
  }
  return attributes;
}
