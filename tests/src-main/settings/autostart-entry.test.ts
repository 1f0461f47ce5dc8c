import { describe, expect, it } from 'vitest';
import { autostartEntry, isSwitchedOn } from '../../../src-main/settings/autostart-entry.ts';

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

describe('isSwitchedOn', () => {
  const entry = autostartEntry('/opt/Toritsugi/toritsugi');

  it('holds for what we wrote, until a desktop switches it off in the file', () => {
    expect(isSwitchedOn(entry)).toBe(true);
    expect(isSwitchedOn(`${entry}Hidden=false\n`)).toBe(true);
    expect(isSwitchedOn(`${entry}Hidden=true\n`)).toBe(false);
    expect(isSwitchedOn(`${entry}X-GNOME-Autostart-enabled=false\n`)).toBe(false);
  });
});
