import type { ReactNode } from 'react';

type Tone = 'calm' | 'good' | 'care' | 'problem';

const tones: Record<Tone, string> = {
  calm: 'bg-sunken border-line',
  good: 'bg-pine-soft border-pine',
  care: 'bg-straw-soft border-straw',
  problem: 'bg-falu-soft border-falu',
};

/** A message on the page; `live` announces it if it appears after the page was read. */
export function Notice({
  tone = 'calm',
  title,
  live,
  children,
}: {
  tone?: Tone;
  title?: string;
  live?: 'status' | 'alert';
  children: ReactNode;
}) {
  return (
    <div role={live} className={`rounded-field border-l-4 px-4 py-3 ${tones[tone]}`}>
      {title && <p className="font-display font-semibold">{title}</p>}
      <div className={title ? 'mt-1' : ''}>{children}</div>
    </div>
  );
}
