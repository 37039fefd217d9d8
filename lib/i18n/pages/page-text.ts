/** A page that is read: paragraphs, and lists where a paragraph is an array. */
export interface PageText {
  title: string;
  intro: string;
  sections: { title: string; body: (string | string[])[] }[];
}

/** The shop's own figures, which the texts quote, so that a text cannot promise another price than the checkout asks. */
export interface PageFacts {
  legalName: string;
  organisationNumber: string;
  vatNumber: string;
  address: string;
  email: string;
  phone: string;
  /** The currency's name in the plural, and the VAT rates as a list. */
  currency: string;
  vatRates: string;
  standardPrice: string;
  expressPrice: string;
  transferDays: number;
}

export const pageNames = ['terms', 'returns', 'privacy', 'contact'] as const;
export type PageName = (typeof pageNames)[number];
export type PageTexts = (facts: PageFacts) => Record<PageName, PageText>;
