import { config } from '../config';
import { processGlobal } from '../process-global';
import { type Database, openDatabase } from '../sqlite/database';
import { type Prisma, PrismaClient } from './generated/client';

export type Tx = Prisma.TransactionClient;
export type ShopDatabase = Database<PrismaClient, Tx>;

export function openShopDatabase(url: string): ShopDatabase {
  return openDatabase<PrismaClient, Tx>(url, (adapter) => new PrismaClient({ adapter }));
}

/** The shop's database, opened once a process. */
export function db(): ShopDatabase {
  return processGlobal('shop-db', () => openShopDatabase(config().databaseUrl));
}
