import type { Language } from '../ipc/contract/settings.ts';

/** What an agent notices of each version, told once after the update. */
export const releaseNotes: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  '0.1.0': {
    ja: [
      '取り次ぎの依頼を、ほかの作業中でも小さな窓でお知らせします。',
      '受ける・断る・ミュート・呼び出しのキーを、設定で変えられます。',
      'パソコンがスリープやロックのあいだは、取り次ぎの依頼が届きません。',
    ],
    en: [
      'A small window tells you of a handoff while you work in another program.',
      'The keys to accept, decline, mute and show can be changed in the settings.',
      'No handoff is offered to you while the computer sleeps or is locked.',
    ],
  },
};
