import { type Database, openDatabase } from '../../sqlite/database';
import { type Prisma, PrismaClient } from './generated/client';

export type Tx = Prisma.TransactionClient;
export type SandboxDatabase = Database<PrismaClient, Tx>;

export function openSandboxDatabase(url: string): SandboxDatabase {
  return openDatabase<PrismaClient, Tx>(url, (adapter) => new PrismaClient({ adapter }));
}
