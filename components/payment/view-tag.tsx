'use client';

import { useEffect, useRef } from 'react';

/** Inserts a payment view's script tag, which replaces itself with the view. */
export function ViewTag({ src }: { src: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = place.current;
    const script = document.createElement('script');
    script.id = 'seqrShop';
    script.src = src;
    parent?.append(script);
    return () => parent?.replaceChildren();
  }, [src]);
  return <div ref={place} />;
}
