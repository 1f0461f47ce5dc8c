import { describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { textsIn } from '../../../src-main/language/texts.ts';
import {
  notificationChanges,
  offerNotification,
} from '../../../src-main/notifications/offer-notification.ts';
import { offer } from '../support/desktop-fixtures.ts';

describe('offerNotification', () => {
  it('says who, why, and what accepting means, without a sound beside that of the console', () => {
    expect(offerNotification(offer('a'), textsIn('ja'))).toEqual({
      title: '取り次ぎ: ミナト工業 山田太郎様',
      body: '保留中です。まもなく担当の方が出ます\n担当の方が電話口に出るまで、こちらの声は届きません。',
      accept: '受ける',
      silent: true,
    });
  });

  it('says when the customer can be talked to at once', () => {
    const { body } = offerNotification(
      offer('a', { urgency: 'connect', reason: 'person-on-line' }),
      textsIn('en'),
    );

    expect(body).toBe('The person in charge is on the line\nYou talk to the customer as soon as you accept.');
  });

  it('says when the customer is not on hold, but talks with the AI still', () => {
    const { body } = offerNotification(
      offer('a', { urgency: 'prepare', reason: 'asked-for-consent' }),
      textsIn('ja'),
    );

    expect(body).toContain('先方はAIと話しています');
    expect(body).not.toContain('保留');
  });

  it('calls an agent whose line dropped back to the call', () => {
    const notification = offerNotification(
      offer('a', { urgency: 'connect', reason: 'agent-line-dropped', step: 'return' }),
      textsIn('ja'),
    );

    expect(notification).toMatchObject({
      body: '回線が切れました\n先方は保留のままお待ちです。戻ると、すぐに話せます。',
      accept: '戻る',
    });
  });

  it('says of a transfer with whom one talks first, and of one that nobody took that it is back', () => {
    const transfer = {
      by: { id: agentIdSchema.parse('misaki'), name: '佐藤' },
      mode: 'warm',
      outcome: null,
    } as const;
    const transferred = { urgency: 'connect', reason: 'transferred', transfer } as const;

    const asked = offerNotification(offer('a', { ...transferred, step: 'named' }), textsIn('ja'));
    const returned = offerNotification(
      offer('a', { ...transferred, step: 'return', transfer: { ...transfer, mode: 'blind' } }),
      textsIn('ja'),
    );

    expect(asked.body).toBe(
      '佐藤さんからの転送です\n受けると、まず社員と話せます。先方は保留のままお待ちです。',
    );
    expect(returned.body).toContain('転送先につながりませんでした');
  });

  it('names the company alone where the person is not known', () => {
    const { brief } = offer('a');

    const { title } = offerNotification(offer('a', { brief: { ...brief, person: null } }), textsIn('ja'));

    expect(title).toBe('取り次ぎ: ミナト工業');
  });

  it('does not repeat what was said, for the system keeps and shows it', () => {
    const { title, body } = offerNotification(offer('a'), textsIn('ja'));

    expect(title + body).not.toContain('少々お待ちください');
  });
});

describe('notificationChanges', () => {
  it('announces each offer once and takes back the ended', () => {
    const [first, second] = [offer('a'), offer('b')];

    expect(notificationChanges(new Set(), [first])).toEqual({ show: [first], close: [] });
    expect(notificationChanges(new Set([first.id]), [first, second])).toEqual({ show: [second], close: [] });
    expect(notificationChanges(new Set([first.id, second.id]), [second])).toEqual({
      show: [],
      close: [first.id],
    });
    expect(notificationChanges(new Set([second.id]), [])).toEqual({ show: [], close: [second.id] });
  });
});
