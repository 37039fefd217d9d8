const base = 'flex items-center justify-center rounded-2xl px-5 text-center text-lg transition active:scale-[0.98]';

export const primaryButton = `${base} min-h-14 w-full bg-act font-semibold text-act-ink`;
export const quietButton = `${base} min-h-12 w-full font-medium text-act active:bg-tint`;
/** A button next to a field, with the field's height. */
export const besideButton = `${base} min-h-14 shrink-0 border border-line font-medium text-act active:bg-tint`;
