const base =
  'flex min-h-14 w-full items-center justify-center rounded-2xl px-5 text-center text-lg transition active:scale-[0.98]';

export const primaryButton = `${base} bg-act font-semibold text-act-ink`;
export const quietButton = `${base} min-h-12 font-medium text-act active:bg-tint`;
