import { describe, expect, it } from 'vitest';
import { readCheckoutDraft, writeCheckoutDraft } from './draft';
import { checkoutProblem } from './problems';

const problems = [checkoutProblem('customer.email', 'bad-email', 'sv')];

describe('the checkout draft', () => {
  it('brings values and problems back', () => {
    const draft = { values: { name: 'Åsa "Ö" 🦊' }, problems };
    expect(readCheckoutDraft(writeCheckoutDraft(draft))).toEqual(draft);
  });

  it('fits a cookie whatever was typed', () => {
    const values = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`field${i}`, 'å'.repeat(10_000)]));
    const text = writeCheckoutDraft({ values, problems: Array.from({ length: 60 }, () => problems).flat() });
    expect(encodeURIComponent(text).length).toBeLessThan(4000);
    expect(readCheckoutDraft(text)?.problems[0]).toEqual(problems[0]);
  });

  it.each([undefined, '', 'x', '{}', '{"values":[],"problems":1}', '%'])('reads %j as none', (cookie) => {
    expect(readCheckoutDraft(cookie)).toBeNull();
  });
});
