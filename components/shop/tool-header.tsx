import Link from 'next/link';
import { merchant } from '@/lib/merchant';
import { Wordmark } from './wordmark';

/** The header of the pages for developers. */
export function ToolHeader() {
  return (
    <header className="border-b border-line">
      <div className="container-page flex max-w-360 flex-wrap items-center justify-between py-3">
        <Link href="/" prefetch={false} aria-label={`${merchant.name}, to the shop`}>
          <Wordmark />
        </Link>
        <a href="/sandbox" className="rounded-full px-3 py-2.5 hover:bg-sunken">
          SEQR sandbox
        </a>
      </div>
    </header>
  );
}
