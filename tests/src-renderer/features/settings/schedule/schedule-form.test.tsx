import { describe, expect, it } from 'vitest';
import { OwnSchedule } from '../../../../../src-renderer/features/settings/schedule/own-schedule.tsx';
import { json, refused } from '../../../support/fake-server.ts';
import { renderConsole } from '../../../support/render-console.tsx';
import { sampleProfile, sampleSession } from '../../../support/samples.ts';

const path = 'PUT /api/agents/schedule';
const day = { from: 540, to: 1_080 };
const week = [day, day, day, day, day, null, null];

function profileWith(changes: object = {}) {
  return sampleProfile({ workingHours: week, version: 3, ...changes });
}

function renderSchedule(answers = {}) {
  return renderConsole(<OwnSchedule profile={profileWith()} />, {
    answers: { 'GET /api/session': () => json(sampleSession()), ...answers },
    frameHeight: 1_200,
  });
}

describe('the form of working hours', () => {
  it('saves hours with a break, and leave', async () => {
    const { screen, server } = await renderSchedule({ [path]: () => json(profileWith({ version: 4 })) });

    await screen.getByRole('button', { name: '月曜日に休憩を追加' }).click();
    await screen.getByRole('button', { name: '休暇を追加' }).click();
    await screen.getByLabelText('休暇1の初日').fill('2026-12-24');
    await screen.getByLabelText('休暇1の最終日').fill('2026-12-25');
    await screen.getByLabelText('休暇1のメモ').fill('有給休暇');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => server.requests.find(({ method }) => method === 'PUT')?.body)
      .toEqual({
        basedOn: 3,
        schedule: {
          timeZone: 'Asia/Tokyo',
          worksOnHolidays: false,
          workingHours: [{ ...day, breaks: [{ from: 720, to: 780 }] }, day, day, day, day, null, null],
          leave: [{ from: '2026-12-24', to: '2026-12-25', note: '有給休暇' }],
        },
      });
  });

  it('says what is wrong beside the day, and sends nothing', async () => {
    const { screen, server } = await renderSchedule();

    await screen.getByLabelText('火曜日の勤務の終了').fill('08:00');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText('終わりは始まりより後にしてください。')).toBeVisible();
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('says what is wrong with a leave that ends before it begins', async () => {
    const { screen, server } = await renderSchedule();
    await screen.getByRole('button', { name: '休暇を追加' }).click();

    await screen.getByLabelText('休暇1の初日').fill('2026-11-20');
    await screen.getByLabelText('休暇1の最終日').fill('2026-11-19');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText('最終日は初日以降にしてください。')).toBeVisible();
    await expect.element(screen.getByLabelText('休暇1の最終日')).toHaveAttribute('aria-invalid', 'true');
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('begins a leave without days, and says that they are missing', async () => {
    const { screen } = await renderSchedule();

    await screen.getByRole('button', { name: '休暇を追加' }).click();
    await expect.element(screen.getByLabelText('休暇1の初日')).toHaveValue('');
    await expect.element(screen.getByLabelText('休暇1の最終日')).toHaveValue('');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText('初日と最終日を入力してください。')).toBeVisible();
  });

  it('says how long the note of a leave may be', async () => {
    const { screen } = await renderSchedule();
    await screen.getByRole('button', { name: '休暇を追加' }).click();

    await screen.getByLabelText('休暇1のメモ').fill('休'.repeat(61));
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText('メモは60文字以内で入力してください。')).toBeVisible();
  });

  it('says so where two leaves overlap, and sends nothing', async () => {
    const leave = [{ from: '2026-12-24', to: '2026-12-28', note: '' }];
    const { screen, server } = await renderConsole(<OwnSchedule profile={profileWith({ leave })} />, {
      answers: { 'GET /api/session': () => json(sampleSession()) },
      frameHeight: 1_200,
    });
    await screen.getByRole('button', { name: '休暇を追加' }).click();

    await screen.getByLabelText('休暇2の初日').fill('2026-12-28');
    await screen.getByLabelText('休暇2の最終日').fill('2026-12-30');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText('ほかの休暇と日が重なっています。')).toBeVisible();
    await expect.element(screen.getByLabelText('休暇2の初日')).toHaveAttribute('aria-invalid', 'true');
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('shows a day that never ends as a whole one, and makes one', async () => {
    const whole = { from: 0, to: 1_440 };
    const hours = profileWith({ workingHours: [whole, day, day, day, day, null, null] });
    const { screen, server } = await renderConsole(<OwnSchedule profile={hours} />, {
      answers: { 'GET /api/session': () => json(sampleSession()), [path]: () => json(hours) },
      frameHeight: 1_200,
    });

    await expect.element(screen.getByRole('checkbox', { name: '月曜日は終日' })).toBeChecked();
    await expect.element(screen.getByLabelText('月曜日の勤務の開始')).not.toBeInTheDocument();
    await screen.getByRole('checkbox', { name: '火曜日は終日' }).click();
    await screen.getByRole('checkbox', { name: '月曜日は終日' }).click();
    await screen.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => server.requests.find(({ method }) => method === 'PUT')?.body)
      .toMatchObject({ schedule: { workingHours: { 0: { from: 540, to: 1_080 }, 1: whole } } });
  });

  it('keeps midnight at the end of a day', async () => {
    const { screen, server } = await renderSchedule({ [path]: () => json(profileWith({ version: 4 })) });

    await screen.getByLabelText('火曜日の勤務の終了').fill('00:00');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => server.requests.find(({ method }) => method === 'PUT')?.body)
      .toMatchObject({ schedule: { workingHours: { 1: { from: 540, to: 1_440 } } } });
  });

  it('puts together what was changed in another tab, where that is something else', async () => {
    let saved = 0;
    const { screen, server } = await renderSchedule({
      [path]: () => {
        saved += 1;
        return saved === 1 ? refused('changed-elsewhere') : json(profileWith({ version: 5 }));
      },
      'GET /api/agents/profile': () => json(profileWith({ version: 4, timeZone: 'Asia/Seoul' })),
    });

    await screen.getByRole('switch', { name: '祝日も平日として働く' }).click();
    await screen.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => server.requests.filter(({ method }) => method === 'PUT').at(-1)?.body)
      .toMatchObject({ basedOn: 4, schedule: { timeZone: 'Asia/Seoul', worksOnHolidays: true } });
  });

  it('shows the holidays that come next', async () => {
    const { screen } = await renderSchedule();

    await expect.element(screen.getByText(/次の祝日と年末年始: 11月23日/)).toBeVisible();
  });

  it('goes back to the hours of the team, and keeps the leave', async () => {
    const leave = [{ from: '2026-12-01', to: '2026-12-01', note: '' }];
    const own = profileWith({ timeZone: 'Asia/Seoul', leave });
    const { screen, server } = await renderConsole(<OwnSchedule profile={own} />, {
      answers: {
        'GET /api/session': () => json(sampleSession()),
        [path]: () => json(profileWith({ leave })),
      },
      frameHeight: 1_200,
    });

    await screen.getByRole('button', { name: 'チームの既定に戻す' }).click();
    await expect.element(screen.getByText('チームの既定を使っています。')).toBeVisible();
    await screen.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => server.requests.find(({ method }) => method === 'PUT')?.body)
      .toMatchObject({ schedule: { timeZone: 'Asia/Tokyo', workingHours: week, leave } });
  });

  it('keeps what is written in a leave when the one before it is taken away', async () => {
    const { screen } = await renderSchedule();
    await screen.getByRole('button', { name: '休暇を追加' }).click();
    await screen.getByRole('button', { name: '休暇を追加' }).click();
    await screen.getByLabelText('休暇2のメモ').fill('帰省');
    const second = screen.getByLabelText('休暇2のメモ').element();

    await screen.getByRole('button', { name: '休暇1を消す' }).click();

    await expect.element(screen.getByLabelText('休暇1のメモ')).toHaveValue('帰省');
    expect(screen.getByLabelText('休暇1のメモ').element()).toBe(second);
  });
});
