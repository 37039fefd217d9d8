import type { Metadata } from 'next';

export { ToolLayout as default } from '../tool-layout';

export const metadata: Metadata = {
  title: 'HTTP interface',
  description: 'Every address of the checkout, the payment status and the sandbox’s control API, with examples.',
};
