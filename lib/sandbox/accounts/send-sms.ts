import type { Tx } from '../database/client';

/** Adds a text message to the payer's inbox. */
export async function sendSms(tx: Tx, payerId: string, at: Date, text: string): Promise<void> {
  await tx.sms.create({ data: { payerId, at, text } });
}
