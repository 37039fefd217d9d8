/** SEQR's symbol: three finder squares and a check. */
export function SeqrMark() {
  return (
    <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" className="shrink-0">
      <rect width="40" height="40" rx="9" className="fill-seqr-deep" />
      <g fill="none" className="stroke-on-seqr" strokeWidth="3" strokeLinejoin="round" strokeLinecap="round">
        <path d="M9 9h8v8H9zM23 9h8v8h-8zM9 23h8v8H9z" />
        <path d="m22.5 27 3.5 4 6-8" />
      </g>
    </svg>
  );
}
