import { describe, expect, it } from 'vitest';
import { DEFAULT_TEMPLATES } from '../../../backend/conversation/default-templates.ts';
import { previewTemplate } from '../../../backend/conversation/template-view.ts';
import {
  isTemplateKey,
  renderTemplate,
  TEMPLATE_KEYS,
  templateProblems,
  templateValues,
  withDefaults,
} from '../../../backend/conversation/templates.ts';
import { conversationSettings, turnSettings } from '../../support/conversation.ts';

const values = templateValues(conversationSettings, null);

describe('the default templates', () => {
  it('contain the seven keys of the plan', () => {
    const plan = [
      'initial',
      'clarification',
      'company_confirmation',
      'absent',
      'rejection',
      'website_redirect',
      'closing',
    ];

    expect(plan.filter((key) => !isTemplateKey(key))).toEqual([]);
  });

  it.each(Object.entries(DEFAULT_TEMPLATES))('are fit to be saved and spoken: %s', (key, text) => {
    if (!isTemplateKey(key)) throw new Error(`${key} is no template`);

    expect(templateProblems(key, text)).toEqual([]);
    expect(
      renderTemplate(text, values, { next_time: '明日の午後3時ごろ', my_phone_number: '03-1234-5678' }),
    ).not.toMatch(/[{}]/);
    expect(text).toMatch(/[。.]$/);
  });

  it.each(TEMPLATE_KEYS)('are said in the time that there is: %s', (key) => {
    expect(previewTemplate(key, DEFAULT_TEMPLATES[key], turnSettings).problems).toEqual([]);
  });

  it('tell the customer that they are being connected', () => {
    expect(DEFAULT_TEMPLATES.connecting).toContain('担当者におつなぎします');
    expect(DEFAULT_TEMPLATES.person_connecting).toContain('担当者におつなぎします');
  });
});

describe('templateProblems', () => {
  it('finds a variable that does not exist', () => {
    expect(templateProblems('closing', '{{my_compny_name}}でした。')).toEqual([
      { type: 'unknown-variable', name: 'my_compny_name' },
    ]);
  });

  it('finds a time in a reply that knows of none', () => {
    expect(templateProblems('closing', '{{next_time}}に。')).toEqual([
      { type: 'unknown-variable', name: 'next_time' },
    ]);
    expect(templateProblems('absent_until', '{{next_time}}に。')).toEqual([]);
  });

  it('finds an opening that does not say who is calling and what about', () => {
    expect(templateProblems('initial', '{{ my_company_name }}でございます。')).toEqual([
      { type: 'missing-variable', name: 'my_representative_name' },
      { type: 'missing-variable', name: 'my_service_name' },
    ]);
  });

  it.each(['{my_company_name}です', '{{my_company_name}です', '{{{my_company_name}}}'])(
    'finds braces that are no variable in %s',
    (text) => {
      expect(templateProblems('closing', text)).toContainEqual({ type: 'stray-braces' });
    },
  );

  it.each([
    'ありがとう😀です。',
    'ありがとう<break time="10s"/>です。',
    '🇯🇵です。',
    '{{my_company_name}}👨‍👩‍👧です。',
  ])('finds what no voice can say in 「%s」', (text) => {
    expect(templateProblems('closing', text)).toEqual([{ type: 'unspeakable' }]);
  });

  it('finds an empty text', () => {
    expect(templateProblems('closing', ' ')).toEqual([{ type: 'empty' }]);
  });
});

describe('withDefaults', () => {
  it('takes the agent’s own texts, and passes over those that cannot be spoken', () => {
    const templates = withDefaults({ closing: 'それでは。', absent: '{{who}}', nonsense: 'x' });

    expect(templates.closing).toBe('それでは。');
    expect(templates.absent).toBe(DEFAULT_TEMPLATES.absent);
    expect(Object.keys(templates)).toEqual(Object.keys(DEFAULT_TEMPLATES));
  });
});

describe('renderTemplate', () => {
  it('puts the callee’s own department before the agent’s usual one', () => {
    const text = renderTemplate(
      '{{callee_department}}の方',
      templateValues(conversationSettings, '経理部'),
      {},
    );

    expect(text).toBe('経理部の方');
  });

  it.each([
    ['受付を助けるサービス', '受付を助けるサービスでございます。'],
    ['受付を助けます。', '受付を助けます。'],
  ])('makes a sentence of the description 「%s」', (serviceDescription, spoken) => {
    const own = templateValues({ ...conversationSettings, serviceDescription }, null);

    expect(renderTemplate('{{service_description}}。', own, {})).toBe(spoken);
  });

  it('never speaks braces, even from a setting', () => {
    const own = templateValues({ ...conversationSettings, myCompanyName: '{{x}}' }, null);

    expect(renderTemplate('{{my_company_name}}', own, {})).toBe('x');
  });
});
