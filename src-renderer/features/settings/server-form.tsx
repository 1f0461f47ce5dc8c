import { type FormEvent, type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopBridge, ServerChange } from '../../platform/desktop.ts';
import { Button } from '../../ui/button.tsx';
import { Field, inputClass } from '../../ui/field.tsx';

type Problem = Extract<ServerChange, { kind: 'refused' }>['problem'];

/** Which server the desktop app talks to. A change loads the page anew. */
export function ServerForm({ server }: { readonly server: DesktopBridge['server'] }): ReactElement {
  const { t } = useTranslation('settings');
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    void server.get().then(setAddress);
  }, [server]);

  const change = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await server.set(address);
    setProblem(answer.kind === 'refused' ? answer.problem : null);
  };
  return (
    <form noValidate onSubmit={(event) => void change(event)} className="flex flex-col gap-3">
      <Field
        label={t('server.label')}
        hint={t('server.hint')}
        problem={problem === null ? undefined : t(`server.${problem}`)}
      >
        {(control) => (
          <input
            type="url"
            {...control}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      <div>
        <Button type="submit">{t('server.change')}</Button>
      </div>
    </form>
  );
}
