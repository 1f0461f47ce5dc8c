import type { Session } from 'electron';
import { pageAt } from './own-page.ts';

export interface PermissionQuestion {
  readonly permission: string;
  /** Address of the page that asks. */
  readonly page: string;
  /** For `media`: what is to be captured. */
  readonly media: readonly string[];
}

/** The console may have the microphone. Nobody may have anything else, and the app's other pages have nothing to do with sound. */
export function mayHavePermission({ permission, page, media }: PermissionQuestion): boolean {
  return (
    permission === 'media' &&
    pageAt(page) === 'console' &&
    media.length > 0 &&
    media.every((kind) => kind === 'audio')
  );
}

/** Puts that rule to everything that pages of this session can ask for. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(mayHavePermission({ permission, page: details.requestingUrl, media }));
  });
  session.setPermissionCheckHandler((contents, permission, _origin, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    // The origin, which is told always, is that of all our pages.
    return mayHavePermission({ permission, page: details.requestingUrl ?? contents?.getURL() ?? '', media });
  });
  session.setDevicePermissionHandler(() => false);
}
