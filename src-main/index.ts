import { app } from 'electron';
import { composeDesktop } from './compose.ts';

if (app.requestSingleInstanceLock()) {
  composeDesktop({ app, argv: process.argv, platform: process.platform });
} else {
  app.quit();
}
