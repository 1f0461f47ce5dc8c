import { Buffer } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type CustomerImport,
  customerImportSchema,
  type ImportField,
  type ImportState,
  importRowsSchema,
} from '../../../backend/contract/customer-imports.ts';
import { customerPageSchema, customerSchema } from '../../../backend/contract/customers.ts';
import { customerNumbers } from '../../../backend/db/schema/customers.ts';
import { insertCustomer } from './customer-fixture.ts';
import { type Desk, type DeskAgent, openDesk } from './desk.ts';

let desk: Desk;
let suzuki: DeskAgent;
let admin: DeskAgent;

beforeEach(async () => {
  desk = openDesk();
  suzuki = await desk.signedIn('suzuki', 'agent');
  admin = await desk.signedIn('admin', 'admin');
});

afterEach(() => desk[Symbol.asyncDispose]());

const path = '/api/customers/imports';

async function uploaded(file: string | Uint8Array, who = suzuki): Promise<CustomerImport> {
  const response = await who.upload(`${path}?fileName=list.csv`, file);
  expect(response.status).toBe(201);
  return customerImportSchema.parse(await response.json());
}

async function settled({ id }: CustomerImport, who = suzuki): Promise<CustomerImport> {
  const busy: readonly ImportState[] = ['checking', 'running', 'undoing'];
  return vi.waitFor(
    async () => {
      const now = await who.ask(customerImportSchema, 'GET', `${path}/${id}`);
      expect(busy).not.toContain(now.state);
      return now;
    },
    { timeout: 60_000, interval: 30 },
  );
}

interface Settings {
  readonly duplicates?: 'skip' | 'update' | 'keep-both';
  readonly matchedBy?: 'number' | 'name-and-number';
  readonly columns?: readonly (ImportField | null)[];
}

async function checked(
  file: string | Uint8Array,
  settings: Settings = {},
  who = suzuki,
): Promise<CustomerImport> {
  const { id, analysis } = await uploaded(file, who);
  const body = { hasHeader: true, columns: analysis?.guess, duplicates: 'skip', ownerId: null, ...settings };
  return settled(await who.ask(customerImportSchema, 'POST', `${path}/${id}/check`, body), who);
}

async function imported(
  file: string | Uint8Array,
  settings: Settings = {},
  who = suzuki,
): Promise<CustomerImport> {
  const { id } = await checked(file, settings, who);
  return settled(await who.ask(customerImportSchema, 'POST', `${path}/${id}/start`), who);
}

async function problemsOf({ id }: CustomerImport) {
  const { rows } = await suzuki.ask(importRowsSchema, 'GET', `${path}/${id}/rows`);
  return rows.flatMap(({ row, problems }) => problems.map(({ code, column }) => [row, code, column]));
}

async function companies(who = suzuki): Promise<string[]> {
  const { customers } = await who.ask(customerPageSchema, 'GET', '/api/customers');
  return customers.map(({ company }) => company);
}

const header = '会社名,フリガナ,担当者,電話番号\r\n';

describe('an uploaded file', () => {
  it.each([
    ['UTF-8', Buffer.from(`${header}甲,コウ,佐藤,03-1234-5678\r\n`), 'utf-8', ','],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${header}甲,コウ,佐藤,03-1234-5678\r\n`), 'utf-8', ','],
    ['tabs', Buffer.from(`${header}甲,コウ,佐藤,03-1234-5678\r\n`.replaceAll(',', '\t')), 'utf-8', '\t'],
    // 「会社名,フリガナ,担当者,電話番号」 as Excel in Japan writes it.
    [
      'Shift_JIS',
      Buffer.from(
        '89ef8ed096bc2c8374838a834b83692c925393968ed22c9364986294d48d860d0a8d622c2c2c30332d313233342d353637380d0a',
        'hex',
      ),
      'shift_jis',
      ',',
    ],
    [
      'UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(`${header}甲,コウ,佐藤,03-1234-5678\r\n`.replaceAll(',', '\t'), 'utf16le'),
      ]),
      'utf-16le',
      '\t',
    ],
  ] as const)('is recognised as %s', async (_, file, encoding, delimiter) => {
    const { analysis } = await uploaded(file);

    expect(analysis).toMatchObject({ encoding, delimiter, hasHeader: true });
    expect(analysis?.guess[0]).toBe('company');
    expect(analysis?.guess[3]).toBe('phoneNumber');
  });

  it('has its columns guessed, in Japanese and in English', async () => {
    const japanese = await uploaded('会社名,部署名,電話番号,携帯電話,メールアドレス,備考,知らない列\n');
    const english = await uploaded('Company Name,Contact Person,Phone,Mobile,E-mail,Notes,Owner\n');

    expect(japanese.analysis?.guess).toEqual([
      'company',
      'department',
      'phoneNumber',
      'otherNumbers',
      'email',
      'note',
      null,
    ]);
    expect(english.analysis?.guess).toEqual([
      'company',
      'person',
      'phoneNumber',
      'otherNumbers',
      'email',
      'note',
      'owner',
    ]);
  });

  it('is not seen by a colleague, but by admins', async () => {
    const { id } = await uploaded(header);
    const tanaka = await desk.signedIn('tanaka', 'agent');

    const statuses = await Promise.all([tanaka, admin].map((who) => who.request('GET', `${path}/${id}`)));

    expect(statuses.map(({ status }) => status)).toEqual([404, 200]);
  });
});

describe('a check', () => {
  it('names what keeps rows out by row and column, and changes nothing', async () => {
    const file = `${header}甲,コウ,佐藤,03-1234-5678\r\n,オツ,,12\r\n\r\n丙,,=HYPERLINK("x"),03-1111-2222\r\n`;

    const result = await checked(file);

    expect(result).toMatchObject({ state: 'checked', counts: { total: 3, created: 1, refused: 2 } });
    expect(await problemsOf(result)).toEqual([
      [3, 'not-a-number', 3],
      [3, 'missing', 0],
      [5, 'formula', 2],
    ]);
    expect(await companies()).toEqual([]);
  });

  it('refuses columns that make no customers', async () => {
    const { id } = await uploaded(header);

    const response = await suzuki.request('POST', `${path}/${id}/check`, {
      hasHeader: true,
      columns: ['company', 'company', null, null],
      duplicates: 'skip',
      ownerId: null,
    });

    expect(await response.json()).toMatchObject({
      error: { fields: [{ problem: 'none is phoneNumber' }, { path: 'columns.1' }] },
    });
  });

  it('finds duplicates in the file and among the customers, in any notation', async () => {
    insertCustomer(desk.database, { company: '既存', phoneNumber: '+81312345678' });

    const result = await checked(
      `${header}甲,,,０３（１２３４）５６７８\r\n乙,,,03-1111-2222\r\n丙,,,+81311112222\r\n`,
    );

    expect(result.counts).toMatchObject({ created: 1, skipped: 2 });
    expect(await problemsOf(result)).toEqual([
      [2, 'duplicate-of-customer', null],
      [4, 'duplicate-in-file', null],
    ]);
  });

  it('can be told that only the same name makes a number the same customer', async () => {
    insertCustomer(desk.database, { company: '株式会社 既存', phoneNumber: '+81312345678' });

    const result = await checked(`${header}甲,,,03-1234-5678\r\n（株）既存,,,03-1234-5678\r\n`, {
      matchedBy: 'name-and-number',
    });

    expect(result.counts).toMatchObject({ created: 1, skipped: 1 });
  });

  it("keeps a colleague's customers out of an agent's import", async () => {
    insertCustomer(desk.database, { ownerId: admin.agentId, phoneNumber: '+81312345678' });

    const result = await checked(`${header}甲,,,03-1234-5678\r\n`, { duplicates: 'update' });

    expect(await problemsOf(result)).toEqual([[2, 'belongs-to-colleague', null]]);
  });
});

describe('an import', () => {
  it('makes customers of whoever imports, with everything that the file says', async () => {
    const file =
      '会社名,電話番号,携帯,メール,タグ,状態,希望時間,メモ,担当営業\n株式会社甲,="0312345678",090-1111-2222,info@example.com,"展示会、既存",不在,10:00-12:00,"二行\nのメモ 📞",admin\n';

    const result = await imported(file);

    expect(result).toMatchObject({ state: 'done', counts: { created: 1, refused: 0 } });
    const { customers } = await suzuki.ask(customerPageSchema, 'GET', `/api/customers?importId=${result.id}`);
    expect(customers).toMatchObject([
      {
        company: '株式会社甲',
        phoneNumber: '+81312345678',
        otherNumbers: ['+819011112222'],
        email: 'info@example.com',
        tags: ['展示会', '既存'].toSorted(),
        status: 'absent',
        bestTime: { from: 600, to: 720 },
        note: '二行\nのメモ 📞',
        owner: { name: 'suzuki' },
      },
    ]);
  });

  it('gives customers to whom an admin’s file names', async () => {
    await imported('会社名,電話番号,担当営業\n甲,03-1234-5678,suzuki\n', {}, admin);

    const { customers } = await admin.ask(customerPageSchema, 'GET', '/api/customers');

    expect(customers[0]?.owner?.name).toBe('suzuki');
  });

  it('updates those who are there with what the file says, and leaves what it does not', async () => {
    const id = insertCustomer(desk.database, { company: '甲', person: '佐藤', phoneNumber: '+81312345678' });

    const result = await imported('会社名,電話番号,担当者,部署\n甲,03-1234-5678,,総務部\n', {
      duplicates: 'update',
    });

    expect(result.counts).toMatchObject({ updated: 1, created: 0 });
    const customer = await suzuki.ask(customerSchema, 'GET', `/api/customers/${id}`);
    expect(customer).toMatchObject({ person: '佐藤', department: '総務部', version: 2 });
  });

  it('keeps both where that is wanted', async () => {
    insertCustomer(desk.database, { company: '既存', phoneNumber: '+81312345678' });

    await imported(`${header}甲,,,03-1234-5678\r\n乙,,,03-1234-5678\r\n`, { duplicates: 'keep-both' });

    expect((await companies()).toSorted()).toEqual(['乙', '既存', '甲'].toSorted());
  });

  it('reports each row, with formulas defused', async () => {
    const { id } = await imported(`${header}甲,,,03-1234-5678\r\n乙,,,@SUM(A1)\r\n`);

    const response = await suzuki.request('GET', `${path}/${id}/report`);

    expect(response.headers.get('content-disposition')).toContain('list-report.csv');
    const lines = Buffer.from(await response.arrayBuffer())
      .toString('utf8')
      .split('\r\n');
    expect(lines[0]).toBe('\uFEFFrow,outcome,company,customer,problems');
    expect(lines[1]).toMatch(/^2,created,甲,customer_/);
    expect(lines[2]).toBe('3,refused,乙,,formula in column 4 (@SUM(A1))');
  });

  it('cannot be started unchecked, nor twice', async () => {
    const { id } = await uploaded(`${header}甲,,,03-1234-5678\r\n`);
    const unchecked = await suzuki.request('POST', `${path}/${id}/start`);
    const done = await imported(`${header}甲,,,03-1234-5678\r\n`);

    const again = await suzuki.request('POST', `${path}/${done.id}/start`);

    expect([unchecked.status, again.status]).toEqual([409, 409]);
  });

  it('goes on where it was stopped, without taking a row twice', async () => {
    const rows = Array.from(
      { length: 1_000 },
      (_, at) => `会社${at},,,03-1234-${String(at).padStart(4, '0')}`,
    );
    const { id } = await checked(`${header}${rows.join('\r\n')}\r\n`);
    await suzuki.request('POST', `${path}/${id}/start`);
    await suzuki.request('POST', `${path}/${id}/cancel`);
    const stopped = await settled({ ...(await suzuki.ask(customerImportSchema, 'GET', `${path}/${id}`)) });
    expect(stopped.state).toBe('stopped');

    const started = await suzuki.ask(customerImportSchema, 'POST', `${path}/${id}/start`);
    const done = await settled(started);

    expect(done).toMatchObject({ state: 'done', counts: { rows: 1_000, created: 1_000 } });
  });
});

describe('an undo', () => {
  it('takes back what was made and changed, and leaves what somebody has worked with since', async () => {
    const old = insertCustomer(desk.database, {
      company: '既存',
      person: '佐藤',
      phoneNumber: '+81300010001',
    });
    const file =
      '会社名,電話番号,担当者\n既存,03-0001-0001,高橋\n甲,03-1234-5678,\n乙,03-1234-5679,\n乙二,03-1234-5679,\n';
    const { id } = await imported(file, { duplicates: 'update' });
    const { customers } = await suzuki.ask(customerPageSchema, 'GET', '/api/customers?search=03-1234-5678');
    const touched = customers[0];
    await suzuki.request('PUT', `/api/customers/${touched?.id}`, { basedOn: 1, changes: { note: '話した' } });

    const undone = await settled(await suzuki.ask(customerImportSchema, 'POST', `${path}/${id}/undo`));

    expect(undone).toMatchObject({ state: 'undone', counts: { undone: 3, kept: 1 } });
    expect((await companies()).toSorted()).toEqual(['既存', '甲'].toSorted());
    const before = await suzuki.ask(customerSchema, 'GET', `/api/customers/${old}`);
    expect(before.person).toBe('佐藤');
  });

  it('goes on after it was stopped, also through several rows of one customer', async () => {
    const old = insertCustomer(desk.database, { company: '既存', note: '最初', phoneNumber: '+81300010001' });
    const others = Array.from(
      { length: 200 },
      (_, at) => `会社${at},03-1234-${String(at).padStart(4, '0')},`,
    );
    const changes = ['一度目', '二度目', '三度目'].map((note) => `既存,03-0001-0001,${note}`);
    const file = ['会社名,電話番号,メモ', changes[0], ...others, changes[1], changes[2]].join('\n');
    const { id } = await imported(file, { duplicates: 'update' });
    await suzuki.request('POST', `${path}/${id}/undo`);
    await suzuki.request('POST', `${path}/${id}/cancel`);
    const stopped = await settled(await suzuki.ask(customerImportSchema, 'GET', `${path}/${id}`));

    const undone = await settled(await suzuki.ask(customerImportSchema, 'POST', `${path}/${id}/undo`));

    expect(stopped.counts.undone).toBeLessThan(203);
    expect(undone).toMatchObject({ state: 'undone', counts: { undone: 203, kept: 0 } });
    const before = await suzuki.ask(customerSchema, 'GET', `/api/customers/${old}`);
    expect(before.note).toBe('最初');
  });
});

describe('what a customer has no room for', () => {
  const numbers = Array.from({ length: 6 }, (_, at) => `03-5555-000${at}`);

  it('keeps a row out whose numbers are too many', async () => {
    const file = `会社名,電話番号,${numbers.map((_, at) => `別番号${at}`).join(',')}\n甲,03-1234-5678,${numbers.join(',')}\n`;
    const further = numbers.map((): ImportField => 'otherNumbers');
    const columns: ImportField[] = ['company', 'phoneNumber', ...further];

    const found = await checked(file, { columns });

    expect(await problemsOf(found)).toEqual([[2, 'too-many', 7]]);
  });

  it('is named where a row adds to what the customer has', async () => {
    const id = insertCustomer(desk.database, { company: '甲', phoneNumber: '+81312345678' });
    for (const [position, number] of numbers.slice(0, 5).entries()) {
      const phoneNumber = `+81${number.slice(1).replaceAll('-', '')}`;
      desk.database.query.insert(customerNumbers).values({ customerId: id, phoneNumber, position }).run();
    }
    const file = `会社名,電話番号,別番号\n甲,03-1234-5678,${numbers[5]}\n`;
    const columns = ['company', 'phoneNumber', 'otherNumbers'] as const;

    const done = await imported(file, { columns, duplicates: 'update' });

    expect(await problemsOf(done)).toEqual([
      [2, 'duplicate-of-customer', null],
      [2, 'too-many', null],
    ]);
  });
});
