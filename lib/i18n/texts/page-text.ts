/** A page of text. In `body`, a string is a paragraph and an array is a list. */
export interface PageText {
  title: string;
  intro: string;
  sections: { title: string; body: (string | string[])[] }[];
}

/** Facts that the texts quote. The prices are the checkout's own, so no text can promise a different one. */
export interface PageFacts {
  legalName: string;
  organisationNumber: string;
  vatNumber: string;
  address: string;
  email: string;
  phone: string;
  /** The name in the plural, such as “Swedish kronor”. */
  currency: string;
  /** Such as “25%, 12% or 6%”. */
  vatRates: string;
  /** Where the shop delivers, such as “Sweden, Denmark and Finland”. */
  countries: string;
  standardPrice: string;
  expressPrice: string;
  transferDays: number;
}

export const pageNames = ['terms', 'returns', 'privacy', 'contact'] as const;
export type PageName = (typeof pageNames)[number];
export type PageTexts = (facts: PageFacts) => Record<PageName, PageText>;
