import type { i18n } from 'i18next';

export interface PageLoader<Module> {
  /** Always the same promise, as `use` asks for, until the failed ones are forgotten. The words of the page are in `words` by then. */
  readonly load: (words: i18n) => Promise<Module>;
  readonly forgetFailure: () => void;
}

/** Loads the code of a page and its words once. Other than with `lazy`, a load that has failed can be tried again. */
export function createPageLoader<Module>(importPage: (words: i18n) => Promise<Module>): PageLoader<Module> {
  let loading: Promise<Module> | null = null;
  let failed = false;
  return {
    load: (words) => {
      if (loading === null) {
        loading = importPage(words);
        loading.catch(() => {
          failed = true;
        });
      }
      return loading;
    },
    forgetFailure: () => {
      if (failed) loading = null;
      failed = false;
    },
  };
}
