'use client';

import { useEffect, useState } from 'react';
import { primaryButton, quietButton } from './buttons';

const MOMENT_MS = 3_000;
const MOMENT_SECONDS = MOMENT_MS / 1000;

/**
 * The link back to the shop's page. With `byItself`, the browser follows it after a moment and replaces this page, so
 * that Back does not lead here again.
 */
export function BackToShop({
  url,
  byItself,
  texts,
}: {
  url: string;
  byItself: boolean;
  texts: { back: string; going: string; stay: string };
}) {
  const [going, setGoing] = useState(byItself);

  useEffect(() => {
    if (!going) return;
    const timer = setTimeout(() => window.location.replace(url), MOMENT_MS);
    return () => clearTimeout(timer);
  }, [going, url]);

  return (
    <>
      {going && (
        <p className="mb-2 text-center text-soft text-sm" role="status">
          {texts.going}
        </p>
      )}
      <a href={url} className={`${primaryButton} relative overflow-hidden`}>
        {going && (
          <span
            aria-hidden="true"
            style={{ animationDuration: `${MOMENT_MS}ms` }}
            className="absolute inset-0 origin-left animate-fill bg-black/20"
          />
        )}
        <span className="relative">{texts.back}</span>
      </a>
      {going && (
        <button type="button" className={`${quietButton} hidden scripted:flex`} onClick={() => setGoing(false)}>
          {texts.stay}
        </button>
      )}
      {byItself && (
        <noscript>
          <meta httpEquiv="refresh" content={`${MOMENT_SECONDS};url=${url}`} />
        </noscript>
      )}
    </>
  );
}
