import { type Merchant, merchant } from '../merchant';

/** Lets this test file's process sell as another merchant; the function that it returns puts the former one back. */
export function sellAs(change: Partial<Merchant>): () => void {
  const former = { ...merchant };
  Object.assign(merchant, change);
  return () => {
    Object.assign(merchant, former);
  };
}
