import type { Metadata } from 'next';

export { ToolLayout as default } from '../tool-layout';

export const metadata: Metadata = {
  title: 'The SEQR payment view',
  description: 'Every layout, language and state of the payment view, and the script tag that puts it into a shop.',
};
