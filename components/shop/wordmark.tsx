import { merchant } from '@/lib/merchant';

/** The logo, a pine on a slope, and the shop's name. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-display text-xl font-bold tracking-tight">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" className="text-pine">
        <path
          fill="currentColor"
          d="M9.3 14.2a4.4 4.4 0 0 1 .3-8.8 6.7 6.7 0 0 1 12.6-.6 4.7 4.7 0 0 1 2.7 9.4h-5.8l.5 8.3c3.8-1.3 7.2-2.9 10-4.6a.9.9 0 0 1 1.4.8V27a3 3 0 0 1-3 3H3.5A2.5 2.5 0 0 1 1 27.5v-.6a1 1 0 0 1 .9-1c5.3-.3 10-1.1 14.2-2.3l.2-3.1H9.2a2.2 2.2 0 0 1 0-4.4h7.3l.1-1.9z"
        />
      </svg>
      <span>{merchant.name}</span>
    </span>
  );
}
