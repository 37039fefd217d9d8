'use client';

// Client components, although they need no script: the page then contains them only in the HTML, not also in React's data.

/** The shop's sign. */
export function Pine() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" className="text-pine">
      <path
        fill="currentColor"
        d="M9.3 14.2a4.4 4.4 0 0 1 .3-8.8 6.7 6.7 0 0 1 12.6-.6 4.7 4.7 0 0 1 2.7 9.4h-5.8l.5 8.3c3.8-1.3 7.2-2.9 10-4.6a.9.9 0 0 1 1.4.8V27a3 3 0 0 1-3 3H3.5A2.5 2.5 0 0 1 1 27.5v-.6a1 1 0 0 1 .9-1c5.3-.3 10-1.1 14.2-2.3l.2-3.1H9.2a2.2 2.2 0 0 1 0-4.4h7.3l.1-1.9z"
      />
    </svg>
  );
}

export function Basket() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="max-sm:hidden">
      <g fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round">
        <path d="M3.5 10h17l-1.8 9.2a1 1 0 0 1-1 .8H6.3a1 1 0 0 1-1-.8z" />
        <path d="m8 10 3-6M16 10l-3-6M9.5 13.5v3M14.5 13.5v3" />
      </g>
    </svg>
  );
}

/** The hill in the shop's name. */
export function Slope() {
  return (
    <svg
      viewBox="0 0 1200 90"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
      className="block aspect-[1200/90] min-h-24 w-full"
    >
      <g className="stroke-pine" fill="none" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M964 46V14M964 19l-9 12M964 19l9 12M964 29l-13 15M964 29l13 15" />
        <path d="M1003 41V3M1003 8l-10 13M1003 8l10 13M1003 19l-14 17M1003 19l14 17" />
        <path d="M1046 37V12M1046 16l-7 9M1046 16l7 9M1046 23l-9 10M1046 23l9 10" />
      </g>
      <path d="M0 86c180 2 380-2 560-12 190-11 380-44 640-48v64H0z" className="fill-sunken" />
    </svg>
  );
}
