import type { Session } from 'electron';
import { isOwnPage } from './own-page.ts';

export interface PermissionQuestion {
  readonly permission: string;
  /** Address of the page that asks. */
  readonly page: string;
  /** For `media`: what is to be captured. */
  readonly media: readonly string[];
}

/** Our own page may have the microphone. Nobody may have anything else. */
export function mayHavePermission({ permission, page, media }: PermissionQuestion): boolean {
  return (
    permission === 'media' && isOwnPage(page) && media.length > 0 && media.every((kind) => kind === 'audio')
  );
}

/** Puts that rule to everything that pages of this session can ask for. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(mayHavePermission({ permission, page: details.requestingUrl, media }));
  });
  session.setPermissionCheckHandler((_page, permission, origin, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    return mayHavePermission({ permission, page: origin, media });
  });
  session.setDevicePermissionHandler(() => false);
}
