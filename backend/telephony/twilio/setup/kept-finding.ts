import { type Finding, wrong } from './finding.ts';
import type { Mode } from './mending.ts';
import type { SettingsKeeper } from './settings-keeper.ts';

/** Keeps what was found or made where the server reads it. */
export async function keptFinding(
  { keeper, mode }: { readonly keeper: SettingsKeeper; readonly mode: Mode },
  values: Readonly<Record<string, string>>,
): Promise<Finding> {
  const names = Object.keys(values).join(', ');
  const about = { en: `${names} in .env`, ja: `.env の ${names}` };
  if (mode === 'dry-run') return { type: 'to-change', about };
  if (await keeper.keep(values)) return { type: 'changed', about };
  return wrong(
    { en: `${names}: not written into .env.`, ja: `${names} は .env に書かれていません。` },
    { en: 'Put the lines that were shown into .env.', ja: '表示された行を .env に書いてください。' },
  );
}
