import type { Sandbox } from '../core/context';
import { hideCredentials } from '../core/hide-credentials';
import { PAGE, type Page, rowId } from './invoices';

export interface NotificationLine {
  id: number;
  invoiceReference: string;
  url: string;
  createdAt: Date;
  /** `delivered`: answered 2xx. `held`: held back by a fault. `failed`: never answered 2xx, with no more attempts. */
  state: 'waiting' | 'delivered' | 'held' | 'failed';
  tries: { id: number; at: Date; httpStatus: number | null; failure: string | null; milliseconds: number }[];
}

export type NotificationQuery = { invoiceReference?: string | undefined; before?: string | undefined };

/** Lists notifications, newest first, each with all its attempts. */
export async function listNotifications(
  sandbox: Sandbox,
  { invoiceReference, before }: NotificationQuery,
): Promise<Page<NotificationLine>> {
  const lastId = rowId(before);
  const found = await sandbox.db.read.notification.findMany({
    where: {
      ...(invoiceReference && { invoiceReference }),
      ...(lastId !== null && { id: { lt: lastId } }),
    },
    include: { tries: { orderBy: { id: 'asc' } } },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  });
  const lines = found.slice(0, PAGE).map(({ id, url, createdAt, dueAt, heldBy, tries, ...rest }): NotificationLine => {
    const delivered = tries.some(({ httpStatus }) => httpStatus !== null && httpStatus >= 200 && httpStatus < 300);
    const over = dueAt === null && heldBy === null;
    const state = heldBy !== null ? 'held' : delivered ? 'delivered' : over ? 'failed' : 'waiting';
    return { id, url: hideCredentials(url), createdAt, tries, state, invoiceReference: rest.invoiceReference };
  });
  return { lines, before: found.length > PAGE ? String(lines.at(-1)?.id) : null };
}
