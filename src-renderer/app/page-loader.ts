export interface PageLoader<Module> {
  /** Always the same promise, as `use` asks for, until the failed ones are forgotten. */
  readonly load: () => Promise<Module>;
  readonly forgetFailure: () => void;
}

/** Loads the code of a page once. Other than with `lazy`, a load that has failed can be tried again. */
export function createPageLoader<Module>(importPage: () => Promise<Module>): PageLoader<Module> {
  let loading: Promise<Module> | null = null;
  let failed = false;
  return {
    load: () => {
      if (loading === null) {
        loading = importPage();
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
