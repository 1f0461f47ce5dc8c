import type { ConversationSettings } from '../contract/agents.ts';
import type { TemplateProblem } from '../contract/templates.ts';
import { canBeSpoken } from '../contract/text.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import { deniesMachine, saysMachine, saysRecorded } from './honest-texts.ts';
import { asSentence } from './spoken-text.ts';

export type TemplateKey = keyof typeof DEFAULT_TEMPLATES;
export type Templates = Readonly<Record<TemplateKey, string>>;

const TEMPLATE_VARIABLES = [
  'my_company_name',
  'my_service_name',
  'my_representative_name',
  'callee_department',
  'service_description',
] as const;
type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];
type TemplateValues = Readonly<Record<TemplateVariable, string>>;

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** What only some replies know: the time that they agree on, the number that was asked for, the name that is on file. */
const OCCASIONAL_VARIABLES = ['next_time', 'my_phone_number', 'callee_person'] as const;
/** How it is spoken. */
export type OccasionalValues = Readonly<Partial<Record<(typeof OCCASIONAL_VARIABLES)[number], string>>>;

/** 特定商取引法 16条: what the opening has to name, whoever words it. */
const MUST_NAME: Partial<Record<TemplateKey, readonly TemplateVariable[]>> = {
  initial: ['my_company_name', 'my_representative_name', 'my_service_name'],
  initial_consent: ['my_company_name', 'my_representative_name', 'my_service_name'],
};

/** Whoever asks whether this is a machine is told so (docs/architecture.md), in any wording. */
const MUST_DISCLOSE: ReadonlySet<TemplateKey> = new Set(['ai_inquiry', 'ai_inquiry_again']);
/** Whoever is recorded is told so: `transcribed` is what is said where it is not. */
const MUST_TELL_OF_RECORDING: ReadonlySet<TemplateKey> = new Set(['recorded', 'recording_notice']);

/** The variables that a template may use. */
export function variablesOf(key: TemplateKey): readonly string[] {
  const text: string = DEFAULT_TEMPLATES[key];
  return [...TEMPLATE_VARIABLES, ...OCCASIONAL_VARIABLES.filter((name) => text.includes(`{{${name}}}`))];
}

/** Whether it says something else in another call. */
export function hasVariables(text: string): boolean {
  return text.search(VARIABLE) !== -1;
}

/** Checked when a template is saved, so that `{{…}}` is never spoken. */
export function templateProblems(key: TemplateKey, text: string): readonly TemplateProblem[] {
  if (text.trim() === '') return [{ type: 'empty' }];
  const used = [...text.matchAll(VARIABLE)].map(([, name = '']) => name);
  const known = variablesOf(key);
  const unknown = used.filter((name) => !known.includes(name));
  const missing = (MUST_NAME[key] ?? []).filter((name) => !used.includes(name));
  const written = text.replaceAll(VARIABLE, '');
  return [
    ...unknown.map((name) => ({ type: 'unknown-variable' as const, name })),
    ...missing.map((name) => ({ type: 'missing-variable' as const, name })),
    ...untruths(key, text),
    ...(/[{}]/.test(written) ? [{ type: 'stray-braces' as const }] : []),
    ...(canBeSpoken(written.replaceAll(/[{}]/g, '')) ? [] : [{ type: 'unspeakable' as const }]),
  ];
}

function untruths(key: TemplateKey, text: string): readonly TemplateProblem[] {
  if (MUST_DISCLOSE.has(key)) return saysMachine(text) ? [] : [{ type: 'missing-disclosure' }];
  if (deniesMachine(text)) return [{ type: 'denies-machine' }];
  return MUST_TELL_OF_RECORDING.has(key) && !saysRecorded(text) ? [{ type: 'missing-recording' }] : [];
}

type Texts = Readonly<Record<string, string>>;

/** What is said for whoever has no texts of their own: the team's over the product's. */
export function defaultTexts(team: Texts): Templates {
  return { ...DEFAULT_TEMPLATES, ...Object.fromEntries(fitToBeSpoken(team)) };
}

/** The agent's own texts over the defaults; one that is not fit to be spoken is passed over. */
export function withDefaults(own: Texts, team: Texts = {}): Templates {
  return { ...defaultTexts(team), ...Object.fromEntries(fitToBeSpoken(own)) };
}

function fitToBeSpoken(texts: Texts): readonly (readonly [string, string])[] {
  return Object.entries(texts).filter(
    ([key, text]) => isTemplateKey(key) && templateProblems(key, text).length === 0,
  );
}

/** All keys, those of the plan first. */
export const TEMPLATE_KEYS: readonly TemplateKey[] = Object.keys(DEFAULT_TEMPLATES).filter(isTemplateKey);

export function isTemplateKey(key: string): key is TemplateKey {
  return Object.hasOwn(DEFAULT_TEMPLATES, key);
}

/** Fills the variables in. */
export function renderTemplate(text: string, values: TemplateValues, occasion: OccasionalValues): string {
  const usual: Readonly<Record<string, string>> = values;
  const occasional: Readonly<Record<string, string | undefined>> = occasion;
  return text
    .replaceAll(VARIABLE, (_, name: string) => withoutBraces(occasional[name] ?? usual[name] ?? ''))
    .replaceAll(/。{2,}/g, '。')
    .replaceAll(/\.{2,}/g, '.');
}

/** How the settings are put into sentences; the callee's own department goes before the agent's usual one. */
export function templateValues(
  conversation: ConversationSettings,
  calleeDepartment: string | null,
): TemplateValues {
  return {
    my_company_name: conversation.myCompanyName,
    my_service_name: conversation.myServiceName,
    my_representative_name: conversation.myRepresentativeName,
    callee_department: calleeDepartment ?? conversation.calleeDepartment,
    service_description: asSentence(conversation.serviceDescription),
  };
}

function withoutBraces(value: string): string {
  return value.replaceAll(/[{}]/g, '');
}
