import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertBridge, ShownAlert } from '../../platform/alert-bridge.ts';

const nothing: ShownAlert = {
  offers: [],
  connected: true,
  accepting: null,
  language: 'ja',
  acceptKeys: null,
  declineKeys: null,
};

/** What the app wants shown now; the app is told when that is drawn. */
export function useShownAlert(bridge: AlertBridge): ShownAlert {
  const { i18n } = useTranslation('handoff');
  const [shown, setShown] = useState(nothing);
  const { language } = shown;

  useEffect(() => bridge.onChanged(setShown), [bridge]);
  useEffect(() => {
    document.documentElement.lang = language;
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [i18n, language]);
  // Not in an ordinary effect, which waits for a picture that a hidden window never gets.
  useLayoutEffect(() => {
    if (shown !== nothing) void bridge.drawn();
  }, [bridge, shown]);
  return shown;
}
