import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Role } from '../../backend/contract/vocabulary.ts';
import { modifierName } from '../platform/keyboard.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd, KeySequence } from '../ui/kbd.tsx';
import { Notice } from '../ui/notice.tsx';
import { placesOf } from './places.ts';

const callKeys = [
  { words: 'accept', keys: ['Enter'] },
  { words: 'decline', keys: ['Esc'] },
  { words: 'handOver', keys: ['H'] },
  { words: 'listen', keys: ['L'] },
  { words: 'mute', keys: ['M'] },
  { words: 'keypad', keys: ['D'] },
  { words: 'confirmResult', keys: ['Enter'] },
  { words: 'end', keys: ['End'] },
  { words: 'find', keys: [modifierName, 'F'] },
] as const;
const customerKeys = [
  { words: 'rows', keys: ['J', 'K'] },
  { words: 'chooseRow', keys: ['X'] },
  { words: 'chooseAll', keys: [modifierName, 'A'] },
  { words: 'editCustomer', keys: ['E'] },
] as const;
const reminderKeys = [
  { words: 'callReminder', keys: ['C'] },
  { words: 'completeReminder', keys: ['X'] },
] as const;
const otherKeys = [
  { words: 'palette', keys: [modifierName, 'K'] },
  { words: 'search', keys: ['/'] },
  { words: 'next', keys: ['J'] },
  { words: 'previous', keys: ['K'] },
  { words: 'help', keys: ['?'] },
] as const;

interface KeyHelpProps {
  readonly role: Role;
  readonly onClose: () => void;
}

/** Every key there is. */
export function KeyHelp({ role, onClose }: KeyHelpProps): ReactElement {
  const { t } = useTranslation('shell');
  const singleKeys = useStore(usePlatform().preferences, (chosen) => chosen.singleKeys);
  return (
    <Dialog title={t('keys.title')} closeLabel={t('close')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        {!singleKeys && <Notice tone="info">{t('keys.off')}</Notice>}
        <div className="grid gap-x-8 gap-y-4 strip:grid-cols-2">
          <div className="flex flex-col gap-4">
            <KeyList title={t('keys.call')} keys={callKeys} />
            <KeyList title={t('nav.customers')} keys={customerKeys} />
            <KeyList title={t('nav.reminders')} keys={reminderKeys} />
          </div>
          <div className="flex flex-col gap-4">
            <KeyList title={t('keys.everywhere')} keys={otherKeys} />
            <PlaceKeys role={role} />
          </div>
        </div>
        <p className="text-text-quiet text-xs">{t('keys.never')}</p>
      </div>
    </Dialog>
  );
}

/** G, and then the letter of a screen. */
function PlaceKeys({ role }: Pick<KeyHelpProps, 'role'>): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <section>
      <h3 className="mb-1 font-medium text-text-quiet text-xs">{t('keys.goto')}</h3>
      <dl className="flex flex-col gap-1.5 text-sm">
        {placesOf(role).map(({ name, letter }) => (
          <div key={name} className="flex items-center justify-between gap-3">
            <dt>{t(`nav.${name}`)}</dt>
            <dd className="shrink-0">
              <KeySequence keys={['G', letter.toUpperCase()]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface KeyListProps {
  readonly title: string;
  readonly keys: typeof callKeys | typeof customerKeys | typeof reminderKeys | typeof otherKeys;
}

function KeyList({ title, keys }: KeyListProps): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <section>
      <h3 className="mb-1 font-medium text-text-quiet text-xs">{title}</h3>
      <dl className="flex flex-col gap-1.5 text-sm">
        {keys.map((key) => (
          <div key={key.words} className="flex items-center justify-between gap-3">
            <dt>{t(`keys.${key.words}`)}</dt>
            <dd className="flex shrink-0 items-center gap-1">
              {key.keys.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
