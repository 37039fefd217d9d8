/** A pine on its slope, and the name. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-display text-xl font-bold tracking-tight">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" className="text-pine">
        <g fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
          <path d="M3 28c9-.5 17-4.5 26-6" />
          <path d="M17 24.5V4M17 6l-5.5 7M17 6l5.5 7M17 13l-8 9M17 13l8 8" />
        </g>
      </svg>
      Tallbacka
    </span>
  );
}
