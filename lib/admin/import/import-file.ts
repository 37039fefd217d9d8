import { now, secondsAfter } from '../../clock';
import { db, type Tx } from '../../db/client';
import { newKey } from '../../ids';
import type { Session } from '../session';

export type ImportFile = { readonly id: string; readonly bytes: Uint8Array };

const KEPT_SECONDS = 86_400;

/**
 * Keeps a file until its import is confirmed, but at most a day. It replaces the person's earlier file. Returns its id.
 */
export async function keepImportFile(session: Session, bytes: Uint8Array): Promise<string> {
  const id = newKey();
  const { actor } = session;
  const uploadedAt = now();
  const tooOld = secondsAfter(uploadedAt, -KEPT_SECONDS);
  const data = { id, actor, content: new Uint8Array(bytes), uploadedAt };
  await db().write(async (tx) => {
    await tx.importFile.deleteMany({ where: { OR: [{ actor }, { uploadedAt: { lt: tooOld } }] } });
    await tx.importFile.create({ data });
  }, FILES_SCOPE);
  return id;
}

/** The scope of writes of kept files. */
const FILES_SCOPE = 'import files';

/** A file that this person has uploaded. Null if it is imported, replaced or too old. */
export async function getImportFile({ actor }: Session, id: string): Promise<ImportFile | null> {
  const row = await db().read.importFile.findUnique({ where: { id, actor } });
  if (!row || row.uploadedAt < secondsAfter(now(), -KEPT_SECONDS)) return null;
  return { id, bytes: row.content };
}

/** Deletes a file. False if it no longer exists, for example on a second confirmation. */
export async function forgetImportFile(tx: Tx, { actor }: Session, id: string): Promise<boolean> {
  const { count } = await tx.importFile.deleteMany({ where: { id, actor } });
  return count === 1;
}
