import { describe, expect, it } from 'vitest';
import { customerFields } from './checkout-form';
import { readCheckoutDraft, writeCheckoutDraft } from './draft';
import { checkoutProblem } from './problems';

const problems = [checkoutProblem('customer.email', 'bad-email', 'sv')];

describe('the checkout draft', () => {
  it('returns the values and problems', () => {
    const values = { name: 'Åsa "Ö" 🦊', delivery: 'express' };
    expect(readCheckoutDraft(writeCheckoutDraft(new URLSearchParams(values), problems))).toEqual({ values, problems });
  });

  it('keeps only the form’s fields', () => {
    const form = new URLSearchParams({ name: 'Åsa', other: 'x', ['%'.repeat(60_000)]: '' });
    expect(readCheckoutDraft(writeCheckoutDraft(form, []))?.values).toEqual({ name: 'Åsa' });
  });

  it('fits into a cookie for any input', () => {
    const form = new URLSearchParams(customerFields.map((name) => [name, 'å'.repeat(10_000)]));
    const text = writeCheckoutDraft(form, Array.from({ length: 60 }, () => problems).flat());
    expect(encodeURIComponent(text).length).toBeLessThan(4000);
    expect(readCheckoutDraft(text)?.problems[0]).toEqual(problems[0]);
  });

  it.each([undefined, '', 'x', '{}', '{"values":[],"problems":1}', '%'])('ignores the invalid cookie %j', (cookie) => {
    expect(readCheckoutDraft(cookie)).toBeNull();
  });
});
