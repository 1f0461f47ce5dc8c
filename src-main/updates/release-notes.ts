import type { Language } from '../ipc/contract/settings.ts';

/** What an agent notices of each version, told once after the update. */
export const releaseNotes: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  '0.1.0': {
    ja: [
      '取り次ぎの依頼を、ほかの作業中でも小さな窓でお知らせします。',
      '受ける・断る・ミュート・画面を出すキーを、設定で変えられます。',
      'パソコンのスリープ中は、取り次ぎの依頼が届きません。画面のロック中も同じにするかは、設定で選べます。',
    ],
    en: [
      'A small window tells you of a handoff while you work in another program.',
      'The keys to accept, decline, mute and show can be changed in the settings.',
      'No handoff is offered to you while the computer sleeps; whether a locked screen counts as well is a setting.',
    ],
  },
};
