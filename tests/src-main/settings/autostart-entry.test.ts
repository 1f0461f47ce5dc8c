import { describe, expect, it } from 'vitest';
import { autostartEntry } from '../../../src-main/settings/autostart-entry.ts';

describe('autostartEntry', () => {
  it('starts the program and tells it that this is at login', () => {
    expect(autostartEntry('/opt/Toritsugi/toritsugi')).toContain(
      'Exec="/opt/Toritsugi/toritsugi" --at-login\n',
    );
  });

  it('escapes what a desktop would take for its own', () => {
    expect(autostartEntry('/home/佐藤/My "$Apps"/100%')).toContain(
      String.raw`Exec="/home/佐藤/My \\"\\$Apps\\"/100%%" --at-login`,
    );
  });
});
