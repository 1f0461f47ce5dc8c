// Preloaded into the backend: its clock begins at SCREENS_NOW, so that demo data and times are the same in every run.
const SystemDate = Date;
const ahead = SystemDate.parse(process.env.SCREENS_NOW) - SystemDate.now();

globalThis.Date = class extends SystemDate {
  constructor(...parts) {
    if (parts.length === 0) super(SystemDate.now() + ahead);
    else super(...parts);
  }

  static now() {
    return SystemDate.now() + ahead;
  }
};
