import { API_VERSION } from '../webhooks/call-parameters.ts';

/** What every list of Twilio's answers around the list itself. */
export interface Page {
  readonly first_page_uri: string;
  readonly next_page_uri: string | null;
  readonly previous_page_uri: string | null;
  readonly uri: string;
  readonly page: number;
  readonly page_size: number;
  readonly start: number;
  readonly end: number;
}

/** Cuts one page out of a list. `uri` is the list's own, with the query of the request. */
export function paginate<Item>(
  items: readonly Item[],
  asked: { readonly Page: number; readonly PageSize: number },
  uri: URL,
): { readonly items: readonly Item[]; readonly page: Page } {
  // Wherever the API is mounted, addresses in answers begin at its root.
  const path = uri.pathname.slice(uri.pathname.indexOf(`/${API_VERSION}/`));
  const start = asked.Page * asked.PageSize;
  const cut = items.slice(start, start + asked.PageSize);
  const pageUri = (page: number): string => {
    const query = new URLSearchParams(uri.searchParams);
    query.set('PageSize', String(asked.PageSize));
    query.set('Page', String(page));
    return `${path}?${query}`;
  };
  return {
    items: cut,
    page: {
      first_page_uri: pageUri(0),
      next_page_uri: start + cut.length < items.length ? pageUri(asked.Page + 1) : null,
      previous_page_uri: asked.Page > 0 ? pageUri(asked.Page - 1) : null,
      uri: pageUri(asked.Page),
      page: asked.Page,
      page_size: asked.PageSize,
      start,
      end: Math.max(start, start + cut.length - 1),
    },
  };
}
