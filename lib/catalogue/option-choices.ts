import type { Variant } from './list-variants';

/** An option's value, with the variant that it leads to. */
export type OptionChoice = {
  readonly value: string;
  readonly slug: string;
  /** Whether the shown variant has this value. */
  readonly isChosen: boolean;
  readonly isSoldOut: boolean;
  /** Whether it leads to a variant that differs in other options too. */
  readonly changesOthers: boolean;
};

export type OptionChoices = { readonly name: string; readonly choices: readonly OptionChoice[] };

/**
 * What a buyer can choose on a variant's page, option by option, in the variants' order. A value leads to the variant that
 * differs only in this option. If there is none, it leads to the variant that shares most of the other values, preferably in
 * stock.
 */
export function optionChoices(variants: readonly Variant[], shownSlug: string): OptionChoices[] {
  const shown = variants.find(({ slug }) => slug === shownSlug);
  if (!shown) return [];
  return shown.options.map(({ name, value: shownValue }, index) => {
    const values = new Set(variants.flatMap(({ options }) => options[index]?.value ?? []));
    const choices = [...values].map((value) => {
      const isChosen = value === shownValue;
      const target = isChosen ? shown : closest(variants, shown, index, value);
      const changesOthers = target !== shown && likeness(target, shown, index) < shown.options.length - 1;
      const isSoldOut = target.availability.state === 'sold-out';
      return { value, slug: target.slug, isChosen, isSoldOut, changesOthers };
    });
    return { name, choices };
  });
}

function closest(variants: readonly Variant[], shown: Variant, index: number, value: string): Variant {
  const withValue = variants.filter(({ options }) => options[index]?.value === value);
  const score = (variant: Variant) =>
    2 * likeness(variant, shown, index) + (variant.availability.state === 'sold-out' ? 0 : 1);
  return withValue.reduce((best, variant) => (score(variant) > score(best) ? variant : best), withValue[0] ?? shown);
}

/** The number of options with equal values, not counting the one at `index`. */
function likeness(one: Variant, other: Variant, index: number): number {
  return one.options.filter(({ value }, place) => place !== index && other.options[place]?.value === value).length;
}
