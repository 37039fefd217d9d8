'use client';

import { type ReactNode, useSyncExternalStore } from 'react';

const never = () => () => {};
const hasCamera = () => typeof navigator.mediaDevices?.getUserMedia === 'function';

/** A link to the scanner, hidden if pages cannot use the camera: over plain http, and without JavaScript. */
export function ScanLink({ href, className, children }: { href: string; className: string; children: ReactNode }) {
  const shown = useSyncExternalStore(never, hasCamera, () => false);
  return shown ? (
    <a href={href} className={className}>
      {children}
    </a>
  ) : null;
}
