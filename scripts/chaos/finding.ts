/** The kinds of findings. table.ts has their names. */
export type Verdict = 'lost' | 'starved' | 'doubled' | 'stock' | 'words' | 'answer' | 'rest' | 'other';

/** `order`: the order's number, or what else the finding is about. */
export type Finding = { readonly kind: Verdict; readonly order: string; readonly text: string };

export type Find = (kind: Verdict, text: string) => void;

/** Whether the run itself reversed the invoice's payment at SEQR after the shop knew of it. */
export type IsReversed = (invoiceReference: string | null) => boolean;

/** A span of time in milliseconds since 1970. */
export type Span = { readonly from: number; readonly to: number };
