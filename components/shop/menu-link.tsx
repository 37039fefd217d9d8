'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link that every page shows. Its page is prefetched only when a visitor points at it: Next sends four requests for each
 * link in view, and the links of the page's own content must not wait for those of the menu.
 */
export function MenuLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [isPointedAt, setPointedAt] = useState(false);
  const point = () => setPointedAt(true);
  return <Link {...props} prefetch={isPointedAt ? null : false} onPointerEnter={point} onFocus={point} />;
}
