import type { ReactNode } from 'react';

function Icon({ children, size = 24 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="shrink-0"
    >
      {children}
    </svg>
  );
}

export const BackIcon = () => (
  <Icon>
    <path d="m14.5 5.5-6.5 6.5 6.5 6.5" />
  </Icon>
);

export const NextIcon = () => (
  <Icon size={20}>
    <path d="m9.5 6 6 6-6 6" />
  </Icon>
);

export const DownIcon = () => (
  <Icon size={20}>
    <path d="m6 9.5 6 6 6-6" />
  </Icon>
);

export const DeleteIcon = () => (
  <Icon>
    <path d="M9 5.5h10a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5H9L3 12zM11.5 9.5l5 5m0-5-5 5" />
  </Icon>
);

export const ScanIcon = ({ size = 24 }: { size?: number }) => (
  <Icon size={size}>
    <path d="M4 8V5.5A1.5 1.5 0 0 1 5.5 4H8m8 0h2.5A1.5 1.5 0 0 1 20 5.5V8m0 8v2.5a1.5 1.5 0 0 1-1.5 1.5H16m-8 0H5.5A1.5 1.5 0 0 1 4 18.5V16M8 12h8" />
  </Icon>
);

export const ListIcon = () => (
  <Icon>
    <path d="M4.5 7h.01M4.5 12h.01M4.5 17h.01M8.5 7h11M8.5 12h11M8.5 17h11" />
  </Icon>
);

export const MessageIcon = () => (
  <Icon>
    <path d="M5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 3.5V16h-1A1.5 1.5 0 0 1 4 14.5v-8A1.5 1.5 0 0 1 5.5 5z" />
  </Icon>
);

export const CardIcon = () => (
  <Icon>
    <path d="M5 6h14a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 18H5a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 5 6zM3.5 10h17M7 14.5h4" />
  </Icon>
);

export const PersonIcon = ({ size = 18 }: { size?: number }) => (
  <Icon size={size}>
    <circle cx="12" cy="8.5" r="3.5" />
    <path d="M5 19.5c.8-3.4 3.5-5 7-5s6.2 1.6 7 5" />
  </Icon>
);

/** The wallet's logo: the corners of a scanner around a tick. */
export function WalletMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="9" className="fill-brand" />
      <g className="stroke-white" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M8 12.2V10a2 2 0 0 1 2-2h2.2M19.8 8H22a2 2 0 0 1 2 2v2.2M24 19.8V22a2 2 0 0 1-2 2h-2.2M12.2 24H10a2 2 0 0 1-2-2v-2.2" />
        <path d="m12 16.3 2.8 2.8 5.4-6" />
      </g>
    </svg>
  );
}

const SIGNS = {
  good: 'm15 24.5 6.2 6.2L33.5 17.8',
  bad: 'm17 17 14 14m0-14L17 31',
  late: 'M24 14v10.5l6.5 4',
  wait: 'M15 24h.01M24 24h.01M33 24h.01',
} as const;

export type Sign = keyof typeof SIGNS;

const SIGN_COLOURS: Record<Sign, string> = {
  good: 'bg-brand text-white',
  bad: 'bg-bad-tint text-bad',
  late: 'bg-warn-tint text-warn',
  wait: 'bg-tint text-tint-ink',
};

/** The icon above an outcome; the text next to it says the same. */
export function OutcomeSign({ sign }: { sign: Sign }) {
  return (
    <span className={`grid size-20 animate-pop place-items-center rounded-full ${SIGN_COLOURS[sign]}`}>
      <svg width="56" height="56" viewBox="0 0 48 48" fill="none" aria-hidden="true">
        <path
          d={SIGNS[sign]}
          pathLength={1}
          strokeDasharray={sign === 'wait' ? undefined : 1}
          stroke="currentColor"
          strokeWidth={sign === 'wait' ? 5 : 3.6}
          strokeLinecap="round"
          strokeLinejoin="round"
          className="animate-draw"
        />
      </svg>
    </span>
  );
}
