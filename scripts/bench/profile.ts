import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startServers } from '../chaos/servers';
import { topUpPayer } from './environment';
import { inLanes } from './lanes';
import { fullOrShort } from './length';
import { readProfile } from './read-profile';
import { checkoutToPaid, closeStreams, eventShop, raiseStock } from './shops';
import { printTable } from './table';

const LANES = 16;
const WARM_UP = fullOrShort(100, 1);
const CHECKOUTS = fullOrShort(400, 4);
const ROWS = 16;

/**
 * Runs the checkouts of `load` in two processes with V8's profiler on, and prints by package where their time went. The
 * profiler itself costs time, so the milliseconds are higher than those of `load`.
 */
export async function measureProfile() {
  const servers = await startServers({ name: 'profile' });
  const folderOf = (name: string) => {
    const profileFolder = join(servers.folder, name);
    mkdirSync(profileFolder);
    return profileFolder;
  };
  const folders = { shop: folderOf('shop'), sandbox: folderOf('sandbox') };
  let from = 0;
  let until = 0;
  try {
    await Promise.all([
      servers.seqr.start({ profileFolder: folders.sandbox }),
      servers.shop.start({ profileFolder: folders.shop }),
    ]);
    await topUpPayer(servers.seqr.address);
    await raiseStock(servers);
    const shop = eventShop(servers);
    await inLanes(LANES, WARM_UP, () => checkoutToPaid(shop));
    from = now();
    await inLanes(LANES, CHECKOUTS, () => checkoutToPaid(shop));
    until = now();
  } finally {
    closeStreams();
    await servers.stop();
  }
  for (const [name, folder] of Object.entries(folders)) {
    const shares = readProfile(folder, from, until);
    const rows = [...shares].sort(([, a], [, b]) => b - a);
    const total = rows.reduce((sum, [, time]) => sum + time, 0);
    if (total === 0) throw new Error(`${folder} has no profile of these checkouts.`);
    printTable(
      `Processor time of a checkout in the ${name}, by package, under V8's profiler`,
      ['', 'ms', 'share'],
      [...rows.slice(0, ROWS), ['all', total] as const].map(([part, time]) => [
        part,
        (time / 1000 / CHECKOUTS).toFixed(2),
        `${((time / total) * 100).toFixed(0)} %`,
      ]),
    );
  }
}

/** The clock of V8's profiles, in microseconds: the monotonic one, which all processes of a machine share. */
const now = () => Number(process.hrtime.bigint() / 1000n);
