import { ensureBuilt } from './build.mjs';
import { checkNode, ensureInstalled } from './install.mjs';
import { main } from './run.mjs';

await main(async () => {
  checkNode();
  await ensureInstalled();
  await ensureBuilt('backend', 'desktop');
});
