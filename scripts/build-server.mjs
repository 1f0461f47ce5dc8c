import { ensureBuilt } from './build.mjs';
import { checkNode, ensureInstalled } from './install.mjs';
import { main } from './run.mjs';

// What a server needs, without the desktop app.
await main(async () => {
  checkNode();
  await ensureInstalled();
  await ensureBuilt('backend', 'console');
});
