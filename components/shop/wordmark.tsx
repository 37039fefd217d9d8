import { merchant } from '@/lib/merchant';
import { Pine } from './drawings';

/** The logo, a pine on a slope, and the shop's name. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <Pine />
      <span>{merchant.name}</span>
    </span>
  );
}
