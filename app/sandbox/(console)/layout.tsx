import type { ReactNode } from 'react';
import { ConsoleShell } from '@/components/sandbox/console/shell';
import { config } from '@/lib/config';

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return config().sandbox.enabled ? <ConsoleShell>{children}</ConsoleShell> : children;
}
