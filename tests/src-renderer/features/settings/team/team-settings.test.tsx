import { describe, expect, it } from 'vitest';
import {
  type TeamDefaults,
  type TeamRouting,
  teamRoutingSchema,
} from '../../../../../backend/contract/team.ts';
import { MemberSettings } from '../../../../../src-renderer/features/settings/team/member-settings.tsx';
import { TeamSettings } from '../../../../../src-renderer/features/settings/team/team-settings.tsx';
import { type FakeServer, json, refused } from '../../../support/fake-server.ts';
import { renderConsole } from '../../../support/render-console.tsx';
import { sampleHours, sampleProfile, sampleStatus } from '../../../support/samples.ts';

function routing(version: number, changes: object = {}): TeamRouting {
  return teamRoutingSchema.parse({
    version,
    settings: {
      strategy: 'priority',
      skills: [{ name: '英語', tags: ['海外'], reasons: [] }],
      telephones: 'ranked',
      ringAll: true,
      escalateToAdmins: true,
      offerSeconds: 15,
      handoffSeconds: 45,
      wrapUpSeconds: 30,
      awayAfterMissed: 3,
      ...changes,
    },
  });
}

const defaults: TeamDefaults = { conversation: null, hours: null, locked: [] };
const answers = {
  'GET /api/team/routing': () => json(routing(1)),
  'GET /api/team/defaults': () => json({ version: 4, settings: defaults }),
  'GET /api/team/templates': () => json({ version: 0, savedAt: null, templates: [] }),
  'GET /api/telephony/numbers': () => json({ numbers: ['+81312345678', '+815000000002'] }),
  'GET /api/agents': () => json({ agents: [sampleStatus()] }),
  'GET /api/agents/misaki/profile': () => json(sampleProfile({ version: 2 })),
};

function invalid(path: string, problem: string): Response {
  const fields = [{ path, problem }];
  return json({ error: { code: 'invalid-input', message: 'invalid-input', fields } }, 400);
}

function lastPut(server: FakeServer): unknown {
  return server.requests.filter(({ method }) => method === 'PUT').at(-1)?.body;
}

describe('what is set for the team', () => {
  it('saves how calls are routed', async () => {
    const { screen, server } = await renderConsole(<TeamSettings usualHours={sampleHours} />, {
      answers: { ...answers, 'PUT /api/team/routing': () => json(routing(2, { strategy: 'round-robin' })) },
    });

    await screen.getByLabelText('順番の決め方').selectOptions('round-robin');
    await screen.getByLabelText('依頼の待ち時間（秒）').fill('20');
    await screen.getByRole('button', { name: '保存' }).first().click();

    await expect
      .poll(() => lastPut(server))
      .toEqual(routing(1, { strategy: 'round-robin', offerSeconds: 20 }));
  });

  it('saves for which reasons of a call somebody with a skill is asked', async () => {
    const skill = { name: '英語', tags: ['海外'], reasons: ['foreign-language'] };
    const { screen, server } = await renderConsole(<TeamSettings usualHours={sampleHours} />, {
      answers: { ...answers, 'PUT /api/team/routing': () => json(routing(2, { skills: [skill] })) },
    });

    await screen.getByText('取り次ぎの理由（0件）').click();
    await screen.getByRole('checkbox', { name: '日本語以外で話されています' }).click();
    await screen.getByRole('button', { name: '保存' }).first().click();

    await expect.poll(() => lastPut(server)).toEqual(routing(1, { skills: [skill] }));
  });

  it('says which numbers can be', async () => {
    const { screen, server } = await renderConsole(<TeamSettings usualHours={sampleHours} />, { answers });

    await screen.getByLabelText('依頼の待ち時間（秒）').fill('2');
    await screen.getByRole('button', { name: '保存' }).first().click();

    await expect.element(screen.getByText('5から120までの整数で入力してください')).toBeVisible();
    expect(lastPut(server)).toBeUndefined();
  });

  it('keeps a field to admins at once', async () => {
    const { screen, server } = await renderConsole(<TeamSettings usualHours={sampleHours} />, {
      answers: {
        ...answers,
        'PUT /api/team/defaults': () => json({ version: 5, settings: { ...defaults, locked: ['schedule'] } }),
      },
    });

    await screen.getByRole('switch', { name: '勤務時間' }).click();

    await expect.element(screen.getByRole('switch', { name: '勤務時間' })).toBeChecked();
    expect(lastPut(server)).toEqual({ version: 4, settings: { ...defaults, locked: ['schedule'] } });
  });
});

describe('the working hours of the team', () => {
  it('are office hours until an admin sets them', async () => {
    const saturday = { from: 540, to: 1_080 };
    const hours = { ...sampleHours, workingHours: sampleHours.workingHours.with(5, saturday) };
    const { screen, server } = await renderConsole(<TeamSettings usualHours={sampleHours} />, {
      answers: {
        ...answers,
        'PUT /api/team/defaults': () => json({ version: 5, settings: { ...defaults, hours } }),
      },
      frameHeight: 3_000,
    });

    await screen.getByRole('checkbox', { name: '土' }).click();
    await screen.getByRole('button', { name: '保存' }).nth(2).click();

    await expect.poll(() => lastPut(server)).toEqual({ version: 4, settings: { ...defaults, hours } });
  });
});

describe('what admins set for a colleague', () => {
  it('is priority, number of calls, caller number and skills', async () => {
    const { screen, server } = await renderConsole(<MemberSettings member="misaki" />, {
      answers: { ...answers, 'PUT /api/agents/misaki/settings': () => json(sampleProfile({ version: 3 })) },
      frameHeight: 1_600,
    });

    await screen.getByLabelText('優先度').fill('2');
    await screen.getByLabelText('同時に受ける数').fill('3');
    await screen.getByLabelText('発信者番号').selectOptions('03-1234-5678');
    await screen.getByRole('checkbox', { name: '英語' }).click();
    await screen.getByRole('button', { name: '保存' }).first().click();

    await expect
      .poll(() => lastPut(server))
      .toEqual({
        basedOn: 2,
        settings: { priority: 2, concurrency: 3, callerNumber: '+81312345678', skills: ['英語'] },
      });
  });

  it.each([
    ['skills', 'unknown-skill', 'チームにない得意分野が選ばれています'],
    ['callerNumber', 'not-of-the-line', 'この番号は、もう会社の電話回線にありません'],
  ])('marks what the server refuses, until it is changed: %s', async (field, problem, words) => {
    const { screen } = await renderConsole(<MemberSettings member="misaki" />, {
      answers: {
        ...answers,
        'PUT /api/agents/misaki/settings': () => invalid(`settings.${field}`, problem),
      },
      frameHeight: 1_600,
    });
    await screen.getByRole('checkbox', { name: '英語' }).click();
    await screen.getByLabelText('発信者番号').selectOptions('03-1234-5678');

    await screen.getByRole('button', { name: '保存' }).first().click();

    await expect.element(screen.getByText(words)).toBeVisible();
    await screen.getByRole('checkbox', { name: '英語' }).click();
    await screen.getByLabelText('発信者番号').selectOptions('会社の番号');
    await expect.element(screen.getByText(words)).not.toBeInTheDocument();
  });

  it('names a skill that the team has lost meanwhile as such', async () => {
    const { screen, server } = await renderConsole(<MemberSettings member="misaki" />, {
      answers,
      frameHeight: 1_600,
    });
    await screen.getByRole('checkbox', { name: '英語' }).click();
    server.answer({
      'GET /api/team/routing': () => json(routing(2, { skills: [] })),
      'PUT /api/agents/misaki/settings': () => invalid('settings.skills', 'unknown-skill'),
    });

    await screen.getByRole('button', { name: '保存' }).first().click();

    await expect
      .element(screen.getByRole('checkbox', { name: '英語（チームにもうありません。外してください）' }))
      .toBeChecked();
  });

  it('asks whose word counts where another admin has changed the same', async () => {
    const { screen, server } = await renderConsole(<MemberSettings member="misaki" />, { answers });
    await screen.getByLabelText('優先度').fill('2');
    server.answer({
      'PUT /api/agents/misaki/settings': () => refused('changed-elsewhere'),
      'GET /api/agents/misaki/profile': () => json(sampleProfile({ version: 3, priority: 7 })),
    });

    await screen.getByRole('button', { name: '保存' }).first().click();

    await expect.element(screen.getByRole('group', { name: '優先度' })).toHaveTextContent('7');
  });

  it('is their telephone', async () => {
    const { screen, server } = await renderConsole(<MemberSettings member="misaki" />, {
      answers: { ...answers, 'PUT /api/agents/misaki/phone': () => json(sampleProfile({ version: 3 })) },
      frameHeight: 1_600,
    });

    await screen.getByLabelText('電話番号').fill('090-1234-5678');
    await screen.getByRole('button', { name: '保存' }).nth(1).click();

    await expect
      .poll(() => lastPut(server))
      .toEqual({ phoneNumber: '+819012345678', reachByPhone: 'offline', basedOn: 2 });
  });

  it('is how they are told of offers', async () => {
    const told = { alertWindow: true, systemNotifications: true, flash: false, browser: true };
    const { screen, server } = await renderConsole(<MemberSettings member="misaki" />, {
      answers: {
        ...answers,
        'PUT /api/agents/misaki/notifications': () =>
          json(sampleProfile({ version: 3, notifications: told })),
      },
      frameHeight: 2_400,
    });
    const section = screen.getByRole('region', { name: '通知' });

    await section.getByRole('switch', { name: 'アイコンで知らせる' }).click();
    await section.getByRole('button', { name: '保存' }).click();

    await expect.poll(() => lastPut(server)).toEqual({ basedOn: 2, notifications: told });
    await expect.element(section.getByText('保存しました')).toBeVisible();
  });

  it('keeps what they chose themselves meanwhile of how they are told', async () => {
    const told = { alertWindow: true, systemNotifications: true, flash: true, browser: true };
    const { screen, server } = await renderConsole(<MemberSettings member="misaki" />, {
      answers: { ...answers, 'PUT /api/agents/misaki/notifications': () => refused('changed-elsewhere') },
      frameHeight: 2_400,
    });
    const section = screen.getByRole('region', { name: '通知' });
    await section.getByRole('switch', { name: 'ブラウザーの通知' }).click();
    server.answer({
      'GET /api/agents/misaki/profile': () =>
        json(sampleProfile({ version: 3, notifications: { ...told, alertWindow: false } })),
      'PUT /api/agents/misaki/notifications': ({ body }) =>
        JSON.stringify(body).includes('"basedOn":2')
          ? refused('changed-elsewhere')
          : json(
              sampleProfile({ version: 4, notifications: { ...told, alertWindow: false, browser: false } }),
            ),
    });

    await section.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => lastPut(server))
      .toEqual({ basedOn: 3, notifications: { ...told, alertWindow: false, browser: false } });
  });

  it('is their availability, at once', async () => {
    const { screen, server } = await renderConsole(<MemberSettings member="misaki" />, {
      answers: { ...answers, 'PUT /api/agents/misaki/status': () => json(sampleProfile()) },
    });

    await screen.getByRole('button', { name: '受付を止める' }).click();

    await expect.poll(() => lastPut(server)).toEqual({ presence: 'offline' });
  });
});
