import { app } from 'electron';
import { composeDesktop } from './compose.ts';

if (app.requestSingleInstanceLock()) {
  composeDesktop({
    app,
    argv: process.argv,
    platform: process.platform,
    // An AppImage runs from a mount that is gone when it ends; the variable names the file itself.
    // biome-ignore lint/style/noProcessEnv: The one thing that only the environment knows.
    program: process.env['APPIMAGE'] ?? process.execPath,
  });
} else {
  app.quit();
}
