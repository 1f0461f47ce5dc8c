import type { CarrierConfig } from '../../config/config.ts';
import { StartProblem } from '../../config/start-problem.ts';
import type { Database } from '../database.ts';
import { demoSignIns } from './demo-data.ts';

/** Demo accounts, whose passwords everybody knows, were found beside a real carrier's credentials. */
export class DemoDataBesideCarrier extends StartProblem {
  constructor() {
    super('This DATA_DIR holds demo data: set another DATA_DIR, or take the TWILIO_ settings away.');
    this.name = 'DemoDataBesideCarrier';
  }
}

/** Throws `DemoDataBesideCarrier` where a stranger could call real people. */
export function refuseDemoData(carrier: CarrierConfig, database: Database): void {
  if (carrier.type === 'twilio' && demoSignIns(database).length > 0) throw new DemoDataBesideCarrier();
}
