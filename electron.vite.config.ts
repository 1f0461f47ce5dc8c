import { defineConfig } from 'electron-vite';
import rendererConfig from './vite.renderer.config.ts';

// The oldest Electron that the bundles must run on is 33: Chrome 130, Node 20. Everything is bundled, so that a package needs no
// node_modules; a sandboxed preload must be one CommonJS file, without a part that it shares with another.
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      externalizeDeps: false,
      // Read and compiled at every start, before there is anything to be seen.
      minify: true,
      rolldownOptions: { input: { index: 'src-main/index.ts' } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      externalizeDeps: false,
      isolatedEntries: true,
      minify: true,
      rolldownOptions: {
        input: { console: 'src-main/preload/console.ts', alert: 'src-main/preload/alert.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...rendererConfig,
    build: {
      ...rendererConfig.build,
      // Two defaults of electron-vite's own: it does not minify, and it adds an empty entry to a list; names replace it.
      minify: true,
      rolldownOptions: {
        ...rendererConfig.build?.rolldownOptions,
        input: {
          index: 'src-renderer/index.html',
          alert: 'src-renderer/alert.html',
          phone: 'src-renderer/phone.html',
        },
      },
    },
  },
});
