import type { ReactNode } from 'react';

interface Props {
  title: string;
  hint: string;
  /** A file of public/illustrations, 4:3. */
  picture?: string;
  children: ReactNode;
}

/** Replaces an empty list: what is missing, why that is fine, and where to go. */
export function EmptyState({ title, hint, picture, children }: Props) {
  return (
    <div className="flex flex-col items-start gap-3 py-10 sm:items-center sm:py-20 sm:text-center">
      {picture ? <img src={picture} alt="" width={280} height={210} loading="lazy" /> : <Slope />}
      <h1 className="mt-4 text-title">{title}</h1>
      <p className="prose-measure text-muted">{hint}</p>
      <div className="mt-3 flex flex-wrap gap-3">{children}</div>
    </div>
  );
}

function Slope() {
  return (
    <svg viewBox="0 0 160 72" width="160" height="72" aria-hidden="true" className="text-pine">
      <path d="M0 66c30-2 58-16 84-26 24-9 50-12 76-10v42H0z" className="fill-pine-soft" />
      <path
        d="M0 66c30-2 58-16 84-26 24-9 50-12 76-10"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M98 35V8M98 12l-7 9M98 12l7 9M98 20l-10 11M98 20l10 11" />
        <path d="M124 30V12M124 15l-5 7M124 15l5 7M124 21l-7 8M124 21l7 8" />
      </g>
    </svg>
  );
}
