import type { ConversationSettings } from '../../contract/agents.ts';
import type { Pronunciation } from '../../contract/speech.ts';
import type { Role } from '../../contract/vocabulary.ts';

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
}

/** Known to everybody who has read this file: they exist only while telephony is simulated. */
export const demoAccounts = [
  { email: 'suzuki@demo.example', password: 'toritsugi-suzuki', name: '鈴木 美咲', role: 'agent' },
  { email: 'tanaka@demo.example', password: 'toritsugi-tanaka', name: '田中 大輔', role: 'agent' },
  { email: 'admin@demo.example', password: 'toritsugi-admin', name: '佐々木 恵', role: 'admin' },
] as const satisfies readonly DemoAccount[];

/** How the names in `demoConversation` are said. */
export const demoPronunciations: readonly Pronunciation[] = [
  { written: '株式会社つむぎ野', reading: 'かぶしきがいしゃつむぎの', english: 'Tsumugino Inc.' },
  { written: 'つむぎ野勤怠', reading: 'つむぎのきんたい', english: 'Tsumugino Attendance' },
  { written: '鈴木', reading: 'すずき', english: 'Suzuki' },
  { written: '田中', reading: 'たなか', english: 'Tanaka' },
  { written: '佐々木', reading: 'ささき', english: 'Sasaki' },
];

/** What the AI says when it calls for the account. */
export function demoConversation({ name }: DemoAccount): ConversationSettings {
  return {
    myCompanyName: '株式会社つむぎ野',
    myServiceName: 'つむぎ野勤怠',
    myRepresentativeName: name.split(' ')[0] ?? name,
    calleeDepartment: '総務部',
    serviceDescription: '勤怠の記録から給与の計算までを、ひとつの画面でまとめるサービス',
  };
}
