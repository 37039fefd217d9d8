// A second process for client.test.ts: says “ready”, then writes the same row as its parent as often as it is told,
// and names each write on a line of its own once it is acknowledged.
import { now } from '../clock';
import { openShopDatabase } from './client';

const [url = '', times = '0'] = process.argv.slice(2);
const shop = openShopDatabase(url);
await shop.read.orderNumber.count();
console.log('ready');
for (let index = 0; index < Number(times); index += 1) {
  const key = `second-${index}`;
  await shop.write(async (tx) => {
    const row = await tx.orderNumber.findUniqueOrThrow({ where: { id: 1 } });
    await tx.outbox.create({ data: { key, kind: 'test', subjectId: key, createdAt: now() } });
    await tx.orderNumber.update({ where: { id: 1 }, data: { next: row.next + 1 } });
  });
  console.log(key);
}
await shop.close();
