import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPhoneVerificationStore } from '../../backend/agents/phone-verification-store.ts';
import { agentProfileSchema, verificationSchema } from '../../backend/contract/agents.ts';
import { agentPhoneNumber } from '../../backend/simulator/personas/agent-phones.ts';
import { eventually } from '../support/patience.ts';
import { type System, startSystem } from '../support/system.ts';

const verification = '/api/agents/phone/verification';
const phoneNumber = agentPhoneNumber('presses-nothing');

describe('an agent’s number', () => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem();
  });

  afterEach(() => system[Symbol.asyncDispose]());

  function callsTo(phoneNumber: string) {
    return system.simulator.observe().legs.filter(({ to }) => to === phoneNumber);
  }

  function spokenOn(phoneNumber: string): string {
    return callsTo(phoneNumber)
      .flatMap(({ heard }) => heard.map(({ what }) => what.text))
      .join('\n');
  }

  /** As a person would who listens. */
  function codeIn(spoken: string): string {
    const names = ['ゼロ', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'];
    const line = spoken.split('\n').find((text) => text.split('、').length === 6) ?? '';
    return line
      .split('、')
      .map((name) => names.indexOf(name))
      .join('');
  }

  async function toldCode(): Promise<string> {
    await system.tanaka.ask(verificationSchema, 'POST', verification, { language: 'ja' });
    return eventually(() => {
      const heard = codeIn(spokenOn(phoneNumber));
      expect(heard).toMatch(/^\d{6}$/);
      return heard;
    });
  }

  it('is verified by a code that is said there, and then reaches the agent', async () => {
    await system.tanaka.request('PUT', '/api/agents/phone', { phoneNumber });

    const code = await toldCode();
    const wrong = await system.tanaka.request('PUT', verification, {
      code: code === '000000' ? '000001' : '000000',
    });
    const { settings, status } = await system.tanaka.ask(agentProfileSchema, 'PUT', verification, { code });

    expect(wrong.status).toBe(409);
    expect(settings.phoneVerified).toBe(true);
    expect(status).toMatchObject({ presence: 'available', reachability: 'phone' });
  });

  it('is called once, however often that is asked for at the same time', async () => {
    await system.tanaka.request('PUT', '/api/agents/phone', { phoneNumber });

    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        system.tanaka.request('POST', verification, { language: 'ja' as const }),
      ),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 429, 429, 429]);
    await eventually(() => expect(codeIn(spokenOn(phoneNumber))).toMatch(/^\d{6}$/));
    expect(callsTo(phoneNumber)).toHaveLength(1);
  });

  it('stays known as one that was called, once the code is entered', async () => {
    await system.tanaka.request('PUT', '/api/agents/phone', { phoneNumber });
    const code = await toldCode();

    await system.tanaka.request('PUT', verification, { code });
    const again = await system.tanaka.request('PUT', verification, { code });

    expect(again.status).toBe(409);
    expect(createPhoneVerificationStore(system.database).calledAt(phoneNumber)).toHaveLength(1);
  });

  it('is rung in the language that an admin has set, where telephones are the admins’ to set', async () => {
    await system.tanaka.request('PUT', '/api/agents/phone', { phoneNumber });
    const settings = { conversation: null, hours: null, locked: ['phone'] };
    await system.admin.request('PUT', '/api/team/defaults', { version: 0, settings });

    await system.tanaka.ask(verificationSchema, 'POST', verification, { language: 'en' });

    await eventually(() => expect(spokenOn(phoneNumber)).toContain('This is Toritsugi'));
    const profile = await system.tanaka.ask(agentProfileSchema, 'GET', '/api/agents/profile');
    expect(profile).toMatchObject({ locked: ['phone'], settings: { phoneLanguage: 'ja' } });
  });
});
