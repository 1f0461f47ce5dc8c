import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

/** `same`: somebody's own, which says what the team's says now and does not change with it. */
type TeamDefaultUse = 'inherited' | 'same' | 'own';

/** What will be saved goes with the team where it is the same; what was saved earlier does where the server says so. */
export function teamDefaultUse(form: {
  readonly isDirty: boolean;
  readonly isSame: boolean;
  readonly isInherited: boolean;
}): TeamDefaultUse {
  if (form.isDirty ? form.isSame : form.isInherited) return 'inherited';
  return form.isSame ? 'same' : 'own';
}

interface TeamDefaultProps {
  readonly use: TeamDefaultUse;
  /** Puts what the team has into the form, still to be saved where it says something else. */
  readonly onReturn: () => void;
}

/** Says whether something is the team's or somebody's own, with the way back to the team's. */
export function TeamDefault({ use, onReturn }: TeamDefaultProps): ReactElement {
  const { t } = useTranslation('settings');
  return (
    <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
      <p className="text-sm text-text-quiet">{t(`teamDefault.${use}`)}</p>
      {use !== 'inherited' && (
        <Button size="small" onClick={onReturn}>
          {t('teamDefault.return')}
        </Button>
      )}
    </div>
  );
}
