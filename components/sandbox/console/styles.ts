export const textLink = 'font-medium text-act underline decoration-act/40 underline-offset-4 hover:decoration-act';
export const smallButton =
  'inline-flex min-h-10 items-center justify-center rounded-xl border border-line bg-card px-4 font-medium text-sm hover:border-act hover:text-act disabled:opacity-50';
export const field = 'min-h-10 rounded-xl border border-line bg-card px-3 text-sm';
