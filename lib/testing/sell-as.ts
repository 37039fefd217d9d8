import { merchant } from '../merchant';
import type { Merchant } from '../merchant-type';

/** Changes the merchant in this process. The returned function restores the previous merchant. */
export function sellAs(change: Partial<Merchant>): () => void {
  const previous = { ...merchant };
  Object.assign(merchant, change);
  return () => {
    Object.assign(merchant, previous);
  };
}
