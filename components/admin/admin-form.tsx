import type { ComponentProps, ReactNode } from 'react';
import { newKey } from '@/lib/ids';

interface Props extends Omit<ComponentProps<'form'>, 'method'> {
  action: string;
  children: ReactNode;
}

/**
 * A form in the back office. Its hidden key makes it take effect once, even if it is sent twice. `autoComplete` stops
 * Firefox from restoring an old key on reload.
 */
export function AdminForm({ children, ...form }: Props) {
  return (
    <form {...form} method="post">
      <input type="hidden" name="key" value={newKey()} autoComplete="off" />
      {children}
    </form>
  );
}
