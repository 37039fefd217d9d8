import { forgetGlobal } from '../process-global';
import { seqr } from '../seqr/from-config';
import { configure } from './configure';
import { startScriptedSeqr } from './scripted-seqr';
import { openShopDatabase } from './shop-database';

export const databases = ['sqlite', 'postgresql'] as const;

/**
 * Opens a shop's database and starts a scripted SEQR, which the shop then uses. Calls to SEQR time out after
 * `timeout` seconds.
 */
export async function openScriptedShop(timeout = 30, database?: (typeof databases)[number]) {
  const closeDatabase = await openShopDatabase(database);
  const service = await startScriptedSeqr();
  configure({ SEQR_WSDL_URL: `${service.endpoint}?wsdl`, SEQR_TIMEOUT: String(timeout) });
  const close = async () => {
    seqr().close();
    await service.close();
    await closeDatabase();
    for (const name of ['shop-db', 'seqr']) forgetGlobal(name);
  };
  return { service, close };
}
