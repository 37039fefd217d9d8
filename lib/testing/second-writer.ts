// Runs as a second process of a test. Prints “ready”, writes the same row as the test the given number of times, and
// prints a line for each write that the database has acknowledged.
import { now } from '../clock';
import { openShopDatabase } from '../db/client';

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
