import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '../db/client';
import { getAdminTexts } from '../i18n/get-admin-texts';
import { newKey } from '../ids';
import { money } from '../money';
import { supplyPeriodId } from '../reconciliation/settle-lost-period';
import { signedIn } from '../testing/admin-session';
import { addOrder } from '../testing/orders';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { parseAuditFilter } from './audit-filter';
import { saveProduct } from './catalogue/save-product';
import { describeAudit } from './describe-audit';
import { exportAudit } from './export-audit';
import { listAudit, listAuditedPeople } from './list-audit';
import { markDelivered } from './order-actions';
import { receiveTransfer } from './receive-transfer';
import { actorOf, type Session } from './session';

let close: () => Promise<void>;
let session: Session;
let slug: string;
let serial = 0;

beforeAll(async () => {
  close = await openShopDatabase();
  session = signedIn();
});
beforeEach(async () => {
  slug = `p${serial++}`;
  await addProducts([{ slug, price: 100_00, stock: 10 }]);
});
afterAll(() => close());

const form = {
  ...{ price: '100', stock: '10', shownStock: '10', version: '0', image: '', published: 'on' },
  ...{ 'summary-en': '', 'summary-sv': '', 'imageAlt-en': '', 'imageAlt-sv': '' },
  ...{ 'description-en': 'Round', 'description-sv': 'Rund' },
};
const save = (change: Record<string, string>, by = session) =>
  saveProduct(by, slug, { ...form, 'name-en': `${slug} en`, 'name-sv': `${slug} sv`, ...change }, []);
const list = async (query: Record<string, string> = {}) =>
  (await listAudit(session, parseAuditFilter({ about: slug, ...query }), query)).rows;

describe('the audit list', () => {
  it('has each field of a saved product with its old and new value, and who saved it', async () => {
    await save({ price: '129,50', stock: '12', 'name-sv': 'Mugg' });
    const [first] = await list();
    expect(first).toMatchObject({ person: 'Åsa', subject: 'product', subjectId: slug });
    expect((await list()).map(({ field, part, before, after }) => ({ field, part, before, after }))).toEqual(
      expect.arrayContaining([
        { field: 'price', part: null, before: money(100_00, 'SEK'), after: money(129_50, 'SEK') },
        { field: 'stock', part: null, before: 10, after: 12 },
        { field: 'name', part: 'sv', before: `${slug} sv`, after: 'Mugg' },
      ]),
    );
  });

  it('has no entry for a form that was refused or changed nothing', async () => {
    await save({ price: 'cheap' });
    await save({ version: '7' });
    expect(await list()).toEqual([]);
    await save({});
    const count = (await list()).length;
    await save({ version: '1' });
    expect(await list()).toHaveLength(count);
  });

  it('has no entry for a change that was rolled back', async () => {
    const failing = db().write(async (tx) => {
      await tx.auditEntry.create({
        data: { at: new Date(), source: 'merchant', subject: 'product', subjectId: slug, field: 'price' },
      });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await list()).toEqual([]);
  });

  it('identifies an order by its number, and has both what a person did and the resulting state', async () => {
    const facts = { paymentMethod: 'invoice', state: 'PENDING', total: 200_00 } as const;
    await addOrder({ number: 9001, ...facts });
    await receiveTransfer(session, 9001, { key: newKey(), amount: money(200_00, 'SEK'), note: 'bank' });
    await markDelivered(session, 9001, { carrier: 'Posten', trackingUrl: null });
    expect((await list({ about: 'T-9001' })).map(({ field, before, after }) => [field, before, after])).toEqual([
      ['delivered', null, expect.any(Date)],
      ['state', 'PENDING', 'PAID'],
      ['transfer-received', null, money(200_00, 'SEK')],
    ]);
    const { id } = await db().read.order.findUniqueOrThrow({ where: { number: 9001 } });
    expect(JSON.stringify(await list({ about: '9001' }))).not.toContain(id);
  });

  it('has the period id that a person enters for a closing', async () => {
    // Its first character is a letter: the export quotes cells that begin with “-”.
    const id = `p${newKey()}`;
    const lost = { scope: 'shop', state: 'LOST', actor: '', currency: 'SEK', createdAt: new Date() } as const;
    await db().write((tx) => tx.period.create({ data: { id, ...lost } }));
    await supplyPeriodId(id, '2026112300000000000000077', actorOf(session));
    const query = { subject: 'period', about: id };
    const [entry] = await list(query);
    expect(entry).toMatchObject({ person: 'Åsa', field: 'transactionPeriodId', before: null });
    let csv = '';
    for await (const piece of exportAudit(session, parseAuditFilter(query), 'en')) csv += piece;
    expect(csv).toContain(`,Åsa,Closing,${id},Period ID at SEQR,,'2026112300000000000000077,`);
  });

  it('is filtered by person, kind and subject', async () => {
    await save({ price: '110' }, signedIn('Bo'));
    await save({ version: '1', price: '120' });
    const prices = async (query: Record<string, string>) =>
      (await list(query)).filter(({ field }) => field === 'price').map(({ person }) => person);
    expect(await prices({})).toEqual(['Åsa', 'Bo']);
    expect(await prices({ person: 'Bo' })).toEqual(['Bo']);
    expect(await prices({ subject: 'product' })).toEqual(['Åsa', 'Bo']);
    expect(await prices({ subject: 'order' })).toEqual([]);
    expect(await prices({ person: "Bo' OR '1'='1" })).toEqual([]);
    expect(await prices({ subject: 'nonsense' })).toEqual(['Åsa', 'Bo']);
    expect(await listAuditedPeople(session)).toEqual(['Bo', 'Åsa']);
  });

  it('has every entry on exactly one page, and pages forward and back', async () => {
    for (let version = 0; version < 7; version++)
      await save({ version: String(version), price: String(110 + version) });
    const filter = parseAuditFilter({ about: slug });
    const all = (await listAudit(session, filter)).rows.map(({ id }) => id);
    const forth: number[] = [];
    let before: string | undefined;
    let last = await listAudit(session, filter, {}, 3);
    for (;;) {
      forth.push(...last.rows.map(({ id }) => id));
      if (last.older === null) break;
      before = last.older;
      last = await listAudit(session, filter, { before }, 3);
    }
    expect(forth).toEqual(all);
    const back = await listAudit(session, filter, { after: last.newer ?? '' }, 3);
    const start = all.length - last.rows.length - 3;
    expect(back.rows.map(({ id }) => id)).toEqual(all.slice(start, start + 3));
  });

  it.each(['', 'x', '0', '-1', '1e3', '9999999999', "1'"])(
    'starts at the beginning for the cursor %j',
    async (before) => {
      await save({ price: '110' });
      expect((await list({ before })).length).toBeGreaterThan(0);
    },
  );
});

describe('the export of the audit list', () => {
  it('has every matching entry and no formula', async () => {
    const names = ['=HYPERLINK("http://evil")', '+1', '-1', '@SUM(A1)', '|cmd', 'a;=1+1'];
    for (const [version, name] of names.entries()) await save({ version: String(version), 'name-en': name });
    let csv = '';
    for await (const piece of exportAudit(session, parseAuditFilter({ about: slug }), 'en')) csv += piece;
    expect(csv.startsWith('\uFEFFtime,by,kind,about,changed,before,after,note\n')).toBe(true);
    expect(csv).toContain('"\'=HYPERLINK(""http://evil"")"');
    expect(csv.match(/In English: Name/g)).toHaveLength(names.length);
    for (const cell of csv.split(/[,;\n]/)) expect(cell).not.toMatch(/^"?\s*[=+@|-]/);
  });

  it('writes amounts in the number format of the language', async () => {
    await save({ price: '129.50' });
    let csv = '';
    for await (const piece of exportAudit(session, parseAuditFilter({ about: slug }), 'sv')) csv += piece;
    expect(csv).toContain(`;Åsa;Vara;${slug};Pris;100,00;129,50;`);
  });
});

it.each(['en', 'sv'] as const)('every entry has words in %s', async (language) => {
  const t = getAdminTexts(language);
  for (const row of (await listAudit(session, parseAuditFilter({}))).rows) {
    const words = describeAudit(row, language, t);
    expect(words.field).not.toBe(row.field);
    expect(words.after).not.toMatch(/object|undefined/);
  }
});
