import { describe, expect, it } from 'vitest';
import { keepDesktopSettings } from '../../../src-main/settings/desktop-settings.ts';
import { settingsInMemory } from '../support/desktop-fixtures.ts';

function loginItem(obeys: boolean) {
  let on = false;
  return {
    isSet: () => on,
    set: (wanted: boolean) => {
      if (obeys) on = wanted;
    },
  };
}

describe('keepDesktopSettings', () => {
  it('remembers what is chosen', () => {
    const settings = settingsInMemory();
    const keeper = keepDesktopSettings(settings, loginItem(true));

    const changed = keeper.change({ flash: false, launchAtLogin: true });

    expect(changed).toMatchObject({ flash: false, launchAtLogin: true, alertWindow: true });
    expect(settings.read().flash).toBe(false);
  });

  it('leaves alone what a change does not speak of', () => {
    const keeper = keepDesktopSettings(settingsInMemory(), loginItem(true));

    keeper.change({ flash: false });
    keeper.change({ alertWindow: false });

    expect(keeper.current()).toMatchObject({ flash: false, alertWindow: false, launchAtLogin: false });
  });

  it('says what holds where the system does not launch programs at login', () => {
    const keeper = keepDesktopSettings(settingsInMemory(), loginItem(false));

    expect(keeper.change({ launchAtLogin: true }).launchAtLogin).toBe(false);
  });
});
